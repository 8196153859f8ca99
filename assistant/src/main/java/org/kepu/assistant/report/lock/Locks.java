package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The locked months and their adjusting entries; none of them is ever changed or taken out. Safe
 * for use by several threads and processes.
 */
public interface Locks {

  /** All locks, by their months. */
  List<Lock> all();

  /**
   * The last day of the months that were locked before {@code kepu-reach 3}, which stay as they
   * were counted then; {@link LocalDate#MIN}: none was.
   */
  default LocalDate earlierDefinitions() {
    return all().stream()
        .filter(lock -> Snapshot.EARLIER.contains(lock.definition()))
        .map(lock -> lock.month().atEndOfMonth())
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  /** What a month was locked with; empty where it is not locked. */
  Optional<Snapshot> snapshot(YearMonth month);

  /**
   * Locks a month.
   *
   * @return false where another process locked it, or another after the same one, in the meantime
   */
  boolean keep(Lock lock, Snapshot snapshot);

  /** All adjusting entries, as they were made. */
  List<Adjustment> adjustments();

  /** Makes an adjusting entry. */
  void add(Adjustment adjustment);

  /** What came in about a month after a moment. */
  Late since(YearMonth month, Instant moment);

  /**
   * What came in late.
   *
   * @param records how many records of the interaction log
   * @param entries how many times an entry of a ledger was handed in or put right
   * @param accounts who did, ordered
   */
  record Late(long records, long entries, List<String> accounts) {

    public Late {
      accounts = List.copyOf(accounts);
    }
  }
}
