package org.kepu.assistant.sky.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.sky.ephemeris.suncalc.SunCalcSunAndMoon;
import org.kepu.assistant.sky.place.Place;
import org.kepu.assistant.sky.place.Places;

/** Rise and set against published times and an independent computation. */
class RisingsTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final SunAndMoon sunAndMoon = new SunCalcSunAndMoon();
  private final Places places = new Places();

  /**
   * Beijing in Beijing Time, as newspapers and almanacs print it: the hour of the flag on Tiananmen
   * Square on New Year's Day, and the longest and the shortest day.
   */
  @ParameterizedTest
  @CsvSource({"2025-01-01, 07:36, 17:00", "2024-06-21, 04:46, 19:46", "2024-12-21, 07:33, 16:53"})
  void beijingsSunIsWithinTwoMinutesOfThePublished(LocalDate day, LocalTime rise, LocalTime set) {
    Crossings sun = sunAndMoon.sun(start(day), DAY, places.of(null));

    assertThat(apart(sun.rise(), day.atTime(rise).atZone(Ephemeris.ZONE).toInstant()))
        .isLessThanOrEqualTo(Duration.ofMinutes(2));
    assertThat(apart(sun.set(), day.atTime(set).atZone(Ephemeris.ZONE).toInstant()))
        .isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  /** Four cities over three years by Astronomy Engine. */
  @Test
  void theSunIsWithinTwoMinutesAndTheMoonToo() {
    List<String[]> rows = Reference.table("risings.tsv");
    List<String> late = new ArrayList<>();
    for (String[] row : rows) {
      Place place = Objects.requireNonNull(places.named().get(row[0]));
      Instant start = start(LocalDate.parse(row[1]));
      Crossings sun = sunAndMoon.sun(start, DAY, place);
      Crossings moon = sunAndMoon.moon(start, DAY, place);
      compare(late, row, "sunrise", sun.rise(), row[2], 2);
      compare(late, row, "sunset", sun.set(), row[3], 2);
      compare(late, row, "moonrise", moon.rise(), row[4], 2);
      compare(late, row, "moonset", moon.set(), row[5], 2);
    }
    assertThat(rows).hasSizeGreaterThan(500);
    assertThat(late).isEmpty();
  }

  private static void compare(
      List<String> late,
      String[] row,
      String what,
      @Nullable Instant is,
      String cell,
      int minutes) {
    if (cell.equals("-")) {
      if (is != null) {
        late.add(row[0] + " " + row[1] + " " + what + " " + is + " instead of none");
      }
    } else if (is == null
        || apart(is, Instant.parse(cell)).compareTo(Duration.ofMinutes(minutes)) > 0) {
      late.add(row[0] + " " + row[1] + " " + what + " " + is + " instead of " + cell);
    }
  }

  private static Duration apart(@Nullable Instant is, Instant shouldBe) {
    return Duration.between(Objects.requireNonNull(is), shouldBe).abs();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Ephemeris.ZONE).toInstant();
  }
}
