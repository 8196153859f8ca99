package org.kepu.assistant.reach.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days, the first and the last included.
 *
 * @param from the first
 * @param to the last
 */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A period ends on %s before it begins on %s".formatted(to, from));
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** As many days right before. */
  public Period before() {
    return new Period(from.minusDays(days()), from.minusDays(1));
  }

  /** The same days of the year before; the 29th of February becomes the 28th. */
  public Period yearBefore() {
    return new Period(from.minusYears(1), to.minusYears(1));
  }
}
