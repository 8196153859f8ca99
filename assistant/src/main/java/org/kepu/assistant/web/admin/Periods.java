package org.kepu.assistant.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.web.ApiException;

/** Which days are asked for. */
final class Periods {

  private static final long MOST_DAYS = 3 * 366;

  private Periods() {}

  /**
   * The days asked for.
   *
   * @param from null: the last alone
   * @param to null: today
   * @throws ApiException if it makes no sense
   */
  static Period of(@Nullable LocalDate from, @Nullable LocalDate to, Instant now) {
    LocalDate last = to == null ? Count.dayOf(now) : to;
    LocalDate first = from == null ? last : from;
    if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw ApiException.badRequest("period_senseless", first, last);
    }
    return new Period(first, last);
  }
}
