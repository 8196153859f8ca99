package org.kepu.assistant.kiosk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When a terminal is for visitors, in Beijing's time. A minute is open if it begins in the hours.
 *
 * @param opens the first minute
 * @param closes the minute after the last
 * @param closedOn days of the week on which the house is closed
 * @param closures days of planned closures
 */
public record Hours(
    LocalTime opens,
    LocalTime closes,
    SortedSet<DayOfWeek> closedOn,
    SortedSet<LocalDate> closures) {

  static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  public Hours {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException(
          "Hours end after they begin, not %s to %s".formatted(opens, closes));
    }
    closedOn = Collections.unmodifiableSortedSet(new TreeSet<>(closedOn));
    closures = Collections.unmodifiableSortedSet(new TreeSet<>(closures));
  }

  /** Whether a moment lies in the hours. */
  public boolean include(Instant moment) {
    ZonedDateTime local = moment.atZone(ACADEMY);
    LocalDate day = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    return !closedOn.contains(day.getDayOfWeek())
        && !closures.contains(day)
        && !time.isBefore(opens)
        && time.isBefore(closes);
  }
}
