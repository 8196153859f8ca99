package org.kepu.assistant.reach.count;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kepu.assistant.reach.InteractionLog;

/** Keeps the figures up to date with the log, and proves that they are. */
public final class Rollup {

  /** A record may become visible so long after the time it carries. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private final InteractionLog log;
  private final Rollups rollups;
  private final InstantSource clock;

  public Rollup(InteractionLog log, Rollups rollups, InstantSource clock) {
    this.log = log;
    this.rollups = rollups;
    this.clock = clock;
  }

  /**
   * Counts the days again to which records came in since the last time.
   *
   * @return how many days were counted
   */
  public synchronized int update() {
    Instant now = clock.instant();
    SortedSet<LocalDate> days = new TreeSet<>();
    for (LocalDate day : rollups.touchedSince(rollups.upTo().minus(LATE))) {
      // A conversation over midnight belongs to the day before.
      days.add(day.minusDays(1));
      days.add(day);
      days.add(day.plusDays(1));
    }
    days.removeIf(day -> day.isAfter(Count.dayOf(now)));
    days.forEach(day -> rollups.replace(day, Count.of(log, day), now));
    rollups.upTo(now);
    return days.size();
  }

  /**
   * Counts every day again from the log and compares.
   *
   * @return what differs, ordered; nothing if all is equal
   */
  public List<Difference> recount() {
    SortedSet<LocalDate> days = new TreeSet<>(rollups.counted());
    days.addAll(rollups.touchedSince(Instant.EPOCH));
    List<Difference> differences = new ArrayList<>();
    for (LocalDate day : days) {
      compare(rollups.of(day), Count.of(log, day), differences);
    }
    return differences;
  }

  /** Adds the figures up again and compares; nothing if the sums that are read are theirs. */
  public List<String> brokenSums() {
    return rollups.brokenSums();
  }

  private static void compare(
      SortedMap<Cell, Long> kept, SortedMap<Cell, Long> counted, List<Difference> differences) {
    SortedSet<Cell> cells = new TreeSet<>(kept.keySet());
    cells.addAll(counted.keySet());
    for (Cell cell : cells) {
      long before = Objects.requireNonNullElse(kept.get(cell), 0L);
      long now = Objects.requireNonNullElse(counted.get(cell), 0L);
      if (before != now) {
        differences.add(new Difference(cell, before, now));
      }
    }
  }

  /**
   * A figure that is not what the log says.
   *
   * @param kept as it was counted before
   * @param counted as the log has it
   */
  public record Difference(Cell cell, long kept, long counted) {}
}
