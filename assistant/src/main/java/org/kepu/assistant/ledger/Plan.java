package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What is to be reached in some years. A target of 0 is none.
 *
 * @param visits the public served, R1 + R2 + R3 less the overlap
 */
public record Plan(
    UUID id,
    String name,
    LocalDate first,
    LocalDate last,
    long activities,
    long books,
    long products,
    long visits) {

  public Plan {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "A plan ends on %s before it begins on %s".formatted(last, first));
    }
    if (Math.min(Math.min(activities, books), Math.min(products, visits)) < 0) {
      throw new IllegalArgumentException("A target is 0 or more");
    }
  }

  /** The share of its days that are over on a day, 0 to 1. */
  public double elapsed(LocalDate today) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    long over = ChronoUnit.DAYS.between(first, today) + 1;
    return Math.clamp((double) over / days, 0, 1);
  }

  /**
   * How far a target has been reached.
   *
   * @param share actual ÷ target
   * @param gap actual − target × elapsed ÷ total: what is missing to an even pace, or ahead of it
   */
  public record Progress(long actual, long target, double share, double gap) {

    static Progress of(long actual, long target, double elapsed) {
      return new Progress(
          actual, target, target == 0 ? 0 : (double) actual / target, actual - target * elapsed);
    }
  }
}
