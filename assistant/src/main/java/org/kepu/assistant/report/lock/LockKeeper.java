package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.reach.count.Rollups;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/**
 * Locks each month when it is over, finds what is counted otherwise afterwards, and says so in
 * adjusting entries. The first month is the one in which this service was first used; what was
 * imported of times before it is not locked.
 */
public final class LockKeeper {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final FigureStore counted;
  private final Rollups rollups;
  private final Ledgers ledgers;
  private final Plans plans;
  private final Locks locks;
  private final String definition;
  private final int lockDay;
  private final InstantSource clock;

  /**
   * A keeper.
   *
   * @param counted the figures as they are counted now
   * @param definition by which definitions
   * @param lockDay on which day of the following month one is locked, 1 to 28
   */
  public LockKeeper(
      FigureStore counted,
      Rollups rollups,
      Ledgers ledgers,
      Plans plans,
      Locks locks,
      String definition,
      int lockDay,
      InstantSource clock) {
    this.counted = counted;
    this.rollups = rollups;
    this.ledgers = ledgers;
    this.plans = plans;
    this.locks = locks;
    this.definition = definition;
    this.lockDay = lockDay;
    this.clock = clock;
  }

  /**
   * Locks the months whose time has come and which are counted to their end, in order.
   *
   * @return those that were locked
   */
  public List<Lock> lockDue() {
    List<Lock> done = new ArrayList<>();
    Optional<YearMonth> next = next();
    while (next.isPresent() && due(next.get())) {
      Optional<Lock> lock = lock(next.get(), Lock.BY_ITSELF);
      if (lock.isEmpty()) {
        return done;
      }
      done.add(lock.get());
      next = next();
    }
    return done;
  }

  /** The month that is to be locked next; empty while nothing was counted yet. */
  public Optional<YearMonth> next() {
    List<Lock> all = locks.all();
    if (!all.isEmpty()) {
      return Optional.of(all.getLast().month().plusMonths(1));
    }
    SortedSet<LocalDate> days = rollups.counted();
    return days.isEmpty() ? Optional.empty() : Optional.of(YearMonth.from(days.first()));
  }

  private boolean due(YearMonth month) {
    LocalDate day = month.plusMonths(1).atDay(lockDay);
    return !LocalDate.ofInstant(clock.instant(), ACADEMY).isBefore(day) && countedToItsEnd(month);
  }

  /** Whether everything that was recorded in a month is counted. */
  private boolean countedToItsEnd(YearMonth month) {
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ACADEMY).toInstant();
    return rollups.upTo().isAfter(end);
  }

  /**
   * Locks a month that is over and the next in turn.
   *
   * @param by the name of an account
   * @return empty if it is not its turn, it is not over, or another locked it in this moment
   */
  public Optional<Lock> lock(YearMonth month, String by) {
    if (!next().equals(Optional.of(month)) || !countedToItsEnd(month)) {
      return Optional.empty();
    }
    List<Lock> all = locks.all();
    String previous = all.isEmpty() ? Lock.BEGINNING : all.getLast().hash();
    Snapshot snapshot = Snapshot.of(month, definition, counted, ledgers);
    Lock lock = new Lock(month, clock.instant(), by, definition, previous, snapshot.hash(previous));
    return locks.keep(lock, snapshot) ? Optional.of(lock) : Optional.empty();
  }

  /** Holds every locked month against its hash, the chain, and what is counted now. */
  public Verification verify() {
    List<Verification.Month> months = new ArrayList<>();
    String previous = Lock.BEGINNING;
    for (Lock lock : locks.all()) {
      Optional<Snapshot> kept = locks.snapshot(lock.month());
      boolean whole =
          lock.previous().equals(previous)
              && kept.map(it -> it.hash(lock.previous())).equals(Optional.of(lock.hash()));
      months.add(
          new Verification.Month(
              lock.month(),
              lock.lockedAt(),
              lock.by(),
              lock.hash(),
              whole,
              kept.map(it -> List.copyOf(it.differences(now(lock)))).orElse(List.of())));
      previous = lock.hash();
    }
    return Verification.of(months);
  }

  /** Whether the lock of a month is whole; true of one that is not locked. */
  public static boolean whole(Locks locks, YearMonth month) {
    return locks.all().stream()
        .filter(lock -> lock.month().equals(month))
        .allMatch(
            lock ->
                locks
                    .snapshot(month)
                    .map(it -> it.hash(lock.previous()))
                    .equals(Optional.of(lock.hash())));
  }

  private Snapshot now(Lock lock) {
    return Snapshot.of(lock.month(), lock.definition(), counted, ledgers);
  }

  /**
   * Makes an adjusting entry for each total that is counted otherwise than it was known until now.
   *
   * @param by the name of an account
   * @param reason why; null: what came in late is looked up
   * @return those that were made
   */
  public List<Adjustment> adjust(String by, @Nullable String reason) {
    Locks read = new RememberedLocks(locks);
    FigureStore lockedFigures = new LockedFigures(counted, read);
    Ledgers lockedLedgers = new LockedLedgers(ledgers, read);
    List<Adjustment> before = locks.adjustments();
    List<Adjustment> made = new ArrayList<>();
    for (Lock lock : read.all()) {
      Snapshot kept = read.snapshot(lock.month()).orElse(null);
      if (kept == null || !countedToItsEnd(lock.month())) {
        continue; // While all is counted again, nothing is missing that was there.
      }
      Map<Headline, Long> known = totals(lock.month(), lockedFigures, lockedLedgers, 0);
      Map<Headline, Long> now =
          totals(lock.month(), counted, ledgers, kept.differences(now(lock)).size());
      for (Adjustment earlier : before) {
        if (earlier.month().equals(lock.month())) {
          known.put(earlier.figure(), earlier.now());
        }
      }
      now.forEach(
          (figure, amount) -> {
            long was = Objects.requireNonNullElse(known.get(figure), 0L);
            if (was != amount) {
              made.add(
                  new Adjustment(
                      UUID.randomUUID(),
                      lock.month(),
                      figure,
                      was,
                      amount,
                      clock.instant(),
                      by,
                      reason == null ? why(lock) : reason));
            }
          });
    }
    made.forEach(locks::add);
    return made;
  }

  private Map<Headline, Long> totals(
      YearMonth month, FigureStore figures, Ledgers of, long details) {
    Map<Headline, Long> totals =
        new EnumMap<>(
            Headline.of(
                new Period(month.atDay(1), month.atEndOfMonth()),
                figures,
                of,
                plans,
                locks.earlierDefinitions()));
    totals.put(Headline.DETAILS, details);
    return totals;
  }

  private String why(Lock lock) {
    Locks.Late late = locks.since(lock.month(), lock.lockedAt());
    List<String> reasons = new ArrayList<>();
    if (late.records() > 0) {
      reasons.add("锁定后收到当月记录 %d 条".formatted(late.records()));
    }
    if (late.entries() > 0) {
      reasons.add(
          "锁定后填报或更正 %d 条（经办：%s）".formatted(late.entries(), String.join("、", late.accounts())));
    }
    return reasons.isEmpty() ? "原因待查：锁定后没有迟到的记录，也没有填报" : String.join("；", reasons);
  }
}
