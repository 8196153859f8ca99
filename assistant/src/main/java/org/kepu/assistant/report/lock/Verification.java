package org.kepu.assistant.report.lock;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What became of the locked months.
 *
 * @param equal whether every lock is whole and every month is counted again as it was locked
 * @param months all that are locked, in order
 */
public record Verification(boolean equal, List<Month> months) {

  public Verification {
    months = List.copyOf(months);
  }

  static Verification of(List<Month> months) {
    return new Verification(
        months.stream().allMatch(month -> month.whole() && month.differences().isEmpty()), months);
  }

  /**
   * A locked month.
   *
   * @param whole whether what is kept is what was locked, and the chain holds
   * @param differences what is another when it is counted again, without how much it is
   */
  public record Month(
      YearMonth month,
      Instant lockedAt,
      String by,
      String hash,
      boolean whole,
      List<String> differences) {

    public Month {
      differences = List.copyOf(differences);
    }
  }
}
