package org.kepu.assistant.sky.ephemeris;

import java.time.ZoneId;

/**
 * All that can be computed.
 *
 * @param sunAndMoon where Sun and Moon stand
 * @param planets where the planets stand
 * @param calendar terms, phases and lunar dates
 * @param eclipses the eclipses of a span of years
 */
public record Ephemeris(
    SunAndMoon sunAndMoon, Planets planets, ChineseCalendar calendar, Eclipses eclipses) {

  /** The zone that all of China's clocks keep. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
}
