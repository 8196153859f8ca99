package org.kepu.assistant.sky.ephemeris.lunar;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import com.nlf.calendar.util.ShouXingUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kepu.assistant.sky.ephemeris.ChineseCalendar;
import org.kepu.assistant.sky.ephemeris.LunarDate;
import org.kepu.assistant.sky.ephemeris.MoonLook;
import org.kepu.assistant.sky.ephemeris.MoonPhase;
import org.kepu.assistant.sky.ephemeris.SolarTerm;
import org.kepu.assistant.sky.ephemeris.TermMoment;

/**
 * By cn.6tail:lunar, which carries the series of Xu Jianwei's 寿星万年历: apparent longitudes of Sun and
 * Moon to an arc second or two, so moments to within a minute.
 */
public final class ShouXingCalendar implements ChineseCalendar {

  private static final Instant J2000 = Instant.parse("2000-01-01T12:00:00Z");
  private static final double DAYS_PER_CENTURY = 36525;
  private static final double MILLIS_PER_DAY = 86_400_000;
  private static final double SYNODIC_MONTH_DAYS = 29.530588;
  private static final double FULL_CIRCLE = 2 * Math.PI;

  /** The library counts the Sun's longitude on from this year's spring equinox. */
  private static final int YEAR_OF_LONGITUDE_ZERO = 1999;

  /** All terms of the series: the library's way of saying so. */
  private static final int ALL = -1;

  private static final int SUN_TERMS = 60;

  @Override
  public List<TermMoment> terms(int year) {
    double equinox = FULL_CIRCLE * (year - YEAR_OF_LONGITUDE_ZERO);
    return Arrays.stream(SolarTerm.values())
        .map(term -> term(term, equinox + Math.toRadians(term.longitude())))
        .toList();
  }

  private static TermMoment term(SolarTerm term, double longitude) {
    return new TermMoment(term, instant(ShouXingUtil.saLonT(longitude)));
  }

  /** The library keeps what it has worked out in a map without a lock, so one asks at a time. */
  @Override
  public synchronized LunarDate on(LocalDate day) {
    Lunar lunar = Solar.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).getLunar();
    return new LunarDate(
        lunar.getYearInGanZhi(),
        Math.abs(lunar.getMonth()),
        lunar.getMonth() < 0,
        lunar.getDay(),
        lunar.getMonthInChinese() + "月" + lunar.getDayInChinese());
  }

  @Override
  public Instant next(MoonPhase phase, Instant after) {
    double angle = phase.ordinal() * Math.PI / 2;
    double round = Math.floor(days(after) / SYNODIC_MONTH_DAYS) - 2;
    Instant moment;
    do {
      round++;
      moment = instant(ShouXingUtil.msaLonT(FULL_CIRCLE * round + angle));
    } while (!moment.isAfter(after));
    return moment;
  }

  @Override
  public MoonLook moonAt(Instant when) {
    double days = days(when);
    double centuries = (days + ShouXingUtil.dtT(days)) / DAYS_PER_CENTURY;
    double ahead = ShouXingUtil.msaLon(centuries, ALL, SUN_TERMS) % FULL_CIRCLE;
    return new MoonLook(Math.toDegrees(ahead < 0 ? ahead + FULL_CIRCLE : ahead) % 360);
  }

  private static double days(Instant when) {
    return (when.toEpochMilli() - J2000.toEpochMilli()) / MILLIS_PER_DAY;
  }

  /** From Julian centuries of dynamical time after J2000. */
  private static Instant instant(double centuries) {
    double dynamical = centuries * DAYS_PER_CENTURY;
    double universal = dynamical - ShouXingUtil.dtT(dynamical);
    return J2000.plusMillis(Math.round(universal * MILLIS_PER_DAY));
  }
}
