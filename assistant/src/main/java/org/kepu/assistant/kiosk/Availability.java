package org.kepu.assistant.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * How much of its hours a terminal was there, by the metrics dictionary: minutes with a heartbeat ÷
 * opening minutes.
 *
 * @param minutes opening minutes with a heartbeat
 * @param openingMinutes opening minutes in all
 */
public record Availability(long minutes, long openingMinutes) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** The share, 0 to 1; null where it was never open. */
  public @Nullable Double share() {
    return openingMinutes == 0 ? null : (double) minutes / openingMinutes;
  }

  /**
   * Counts the whole minutes from {@code from} on that are over by {@code to}. Each is judged by
   * the hours that held when it began; before the first version nothing was open.
   *
   * @param beats minutes with a heartbeat
   * @param versions in any order
   */
  static Availability of(
      SortedSet<Instant> beats, List<Version> versions, Instant from, Instant to) {
    List<Version> inOrder =
        versions.stream().sorted(Comparator.comparingInt(Version::number)).toList();
    long open = 0;
    long there = 0;
    Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
    if (minute.isBefore(from)) {
      minute = minute.plus(MINUTE);
    }
    for (int next = 0; !minute.plus(MINUTE).isAfter(to); minute = minute.plus(MINUTE)) {
      while (next < inOrder.size() && !inOrder.get(next).at().isAfter(minute)) {
        next++;
      }
      if (next > 0 && inOrder.get(next - 1).configuration().hours().include(minute)) {
        open++;
        there += beats.contains(minute) ? 1 : 0;
      }
    }
    return new Availability(there, open);
  }
}
