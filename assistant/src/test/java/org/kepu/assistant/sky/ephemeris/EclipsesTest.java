package org.kepu.assistant.sky.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.sky.ephemeris.Eclipse.Body;
import org.kepu.assistant.sky.ephemeris.Eclipse.Kind;
import org.kepu.assistant.sky.ephemeris.bessel.EclipseTables;
import org.kepu.assistant.sky.ephemeris.suncalc.SunCalcSunAndMoon;
import org.kepu.assistant.sky.place.Place;
import org.kepu.assistant.sky.place.Places;

/** All eclipses of 2020 to 2040 by NASA's canons, and who sees them. */
class EclipsesTest {

  private static final Map<Character, Kind> KINDS =
      Map.of(
          'N',
          Kind.PENUMBRAL,
          'P',
          Kind.PARTIAL,
          'A',
          Kind.ANNULAR,
          'H',
          Kind.HYBRID,
          'T',
          Kind.TOTAL);

  /**
   * F. Espenak and J. Meeus, “Five Millennium Canon of Lunar Eclipses”: date (UT) and kind; a plus
   * where Beijing sees some of the umbral phase, or of the penumbral one where that is all.
   */
  private static final String LUNAR =
      """
      2020-01-10N+ 2020-06-05N+ 2020-07-05N- 2020-11-30N+ 2021-05-26T+ 2021-11-19P+ 2022-05-16T-
      2022-11-08T+ 2023-05-05N+ 2023-10-28P+ 2024-03-25N- 2024-09-18P- 2025-03-14T- 2025-09-07T+
      2026-03-03T+ 2026-08-28P- 2027-02-20N+ 2027-07-18N+ 2027-08-17N- 2028-01-12P- 2028-07-06P+
      2028-12-31T+ 2029-06-26T- 2029-12-20T+ 2030-06-15P+ 2030-12-09N+ 2031-05-07N- 2031-06-05N+
      2031-10-30N+ 2032-04-25T+ 2032-10-18T+ 2033-04-14T+ 2033-10-08T+ 2034-04-03N+ 2034-09-28P-
      2035-02-22N+ 2035-08-19P- 2036-02-11T+ 2036-08-07T- 2037-01-31T+ 2037-07-27P- 2038-01-21N-
      2038-06-17N- 2038-07-16N+ 2038-12-11N+ 2039-06-06P+ 2039-11-30P+ 2040-05-26T+ 2040-11-18T+
      """;

  /** The same authors' “Five Millennium Canon of Solar Eclipses”. */
  private static final String SOLAR =
      """
      2020-06-21A 2020-12-14T 2021-06-10A 2021-12-04T 2022-04-30P 2022-10-25P 2023-04-20H
      2023-10-14A 2024-04-08T 2024-10-02A 2025-03-29P 2025-09-21P 2026-02-17A 2026-08-12T
      2027-02-06A 2027-08-02T 2028-01-26A 2028-07-22T 2029-01-14P 2029-06-12P 2029-07-11P
      2029-12-05P 2030-06-01A 2030-11-25T 2031-05-21A 2031-11-14H 2032-05-09A 2032-11-03P
      2033-03-30T 2033-09-23P 2034-03-20T 2034-09-12A 2035-03-09A 2035-09-02T 2036-02-27P
      2036-07-23P 2036-08-21P 2037-01-16P 2037-07-13T 2038-01-05A 2038-07-02A 2038-12-26T
      2039-06-21A 2039-12-15T 2040-05-11P 2040-11-04P
      """;

  private final Eclipses eclipses = new EclipseTables(new SunCalcSunAndMoon());
  private final Place beijing = new Places().of(null);

  @Test
  void lunarEclipsesAreTheCanonsAndAreSeenWhereTheMoonIsUp() {
    String found =
        eclipses.of(Body.MOON).stream()
            .map(
                eclipse ->
                    named(eclipse) + (eclipses.seenFrom(beijing, eclipse).isPresent() ? "+" : "-"))
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(String.join(" ", LUNAR.strip().split("\\s+")));
  }

  @Test
  void solarEclipsesAreTheCanons() {
    String found =
        eclipses.of(Body.SUN).stream().map(EclipsesTest::named).collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(String.join(" ", SOLAR.strip().split("\\s+")));
  }

  /** Local circumstances by Astronomy Engine for five cities. */
  @Test
  void solarEclipsesAreSeenWhereAnIndependentComputationSeesThem() {
    List<String[]> rows = Reference.table("local-solar.tsv");
    for (String city : List.of("北京", "上海", "拉萨", "哈尔滨", "广州")) {
      Place place = Objects.requireNonNull(new Places().named().get(city));
      List<String> expected =
          rows.stream()
              .filter(row -> row[0].equals(city))
              .map(row -> LocalDate.ofInstant(Instant.parse(row[1]), ZoneOffset.UTC).toString())
              .toList();
      List<String> found =
          eclipses.of(Body.SUN).stream()
              .flatMap(eclipse -> eclipses.seenFrom(place, eclipse).stream())
              .map(view -> LocalDate.ofInstant(view.greatest(), ZoneOffset.UTC).toString())
              .toList();
      assertThat(found).as(city).isEqualTo(expected);
    }
  }

  @Test
  void theirHighPointIsWithinTwoMinutesWhereTheSunIsUp() {
    List<String[]> rows =
        Reference.table("local-solar.tsv").stream()
            .filter(
                row -> Stream.of(row[6], row[7], row[8]).allMatch(h -> Double.parseDouble(h) > 0))
            .toList();

    assertThat(rows).hasSizeGreaterThan(15);
    for (String[] row : rows) {
      Place place = Objects.requireNonNull(new Places().named().get(row[0]));
      EclipseView view =
          eclipses.of(Body.SUN).stream()
              .flatMap(eclipse -> eclipses.seenFrom(place, eclipse).stream())
              .filter(
                  v -> Math.abs(ChronoUnit.HOURS.between(v.greatest(), Instant.parse(row[1]))) < 12)
              .findFirst()
              .orElseThrow();
      assertThat(view.kind())
          .as("%s %s", row[0], row[1])
          .hasToString(row[2].toUpperCase(Locale.ROOT));
      assertThat(view.greatest()).isCloseTo(Instant.parse(row[1]), within(2, ChronoUnit.MINUTES));
      assertThat(view.begins()).isCloseTo(Instant.parse(row[3]), within(2, ChronoUnit.MINUTES));
      assertThat(view.ends()).isCloseTo(Instant.parse(row[4]), within(2, ChronoUnit.MINUTES));
    }
  }

  private static String named(Eclipse eclipse) {
    char kind =
        KINDS.entrySet().stream()
            .filter(entry -> entry.getValue() == eclipse.kind())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return LocalDate.ofInstant(eclipse.greatest(), ZoneOffset.UTC) + String.valueOf(kind);
  }
}
