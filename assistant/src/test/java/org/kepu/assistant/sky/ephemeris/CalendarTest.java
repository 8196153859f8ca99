package org.kepu.assistant.sky.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.sky.ephemeris.lunar.ShouXingCalendar;

/** Terms, phases and lunar dates against published tables and an independent computation. */
class CalendarTest {

  private final ChineseCalendar calendar = new ShouXingCalendar();

  /**
   * Twenty years of terms by Astronomy Engine, which shares no code with the library. Its Sun is
   * good for a minute itself, so that the two may differ by a little more.
   */
  @Test
  void everyTermOfTwentyYearsIsWithinAMinuteAndAHalf() {
    List<String[]> rows = Reference.table("terms.tsv");

    assertThat(rows).hasSize(20 * 24);
    SolarTerm[] terms = SolarTerm.values();
    for (int i = 0; i < rows.size(); i++) {
      int year = Integer.parseInt(rows.get(i)[0]);
      TermMoment moment = calendar.terms(year).get(i % 24);
      assertThat(moment.term()).isEqualTo(terms[i % 24]);
      assertThat(moment.begins())
          .as("%s %s", rows.get(i)[0], rows.get(i)[1])
          .isCloseTo(Instant.parse(rows.get(i)[2]), within(90, ChronoUnit.SECONDS));
    }
  }

  /** As printed, UT, in the U.S. Naval Observatory's “Earth's Seasons”. */
  @ParameterizedTest
  @CsvSource({
    "2020, CHUN_FEN, 2020-03-20T03:50",
    "2020, QIU_FEN, 2020-09-22T13:31",
    "2020, DONG_ZHI, 2020-12-21T10:02",
    "2021, CHUN_FEN, 2021-03-20T09:37",
    "2021, XIA_ZHI, 2021-06-21T03:32",
    "2021, QIU_FEN, 2021-09-22T19:21",
    "2021, DONG_ZHI, 2021-12-21T15:59",
    "2022, CHUN_FEN, 2022-03-20T15:33",
    "2022, XIA_ZHI, 2022-06-21T09:14",
    "2022, QIU_FEN, 2022-09-23T01:04",
    "2022, DONG_ZHI, 2022-12-21T21:48",
    "2023, CHUN_FEN, 2023-03-20T21:24",
    "2023, QIU_FEN, 2023-09-23T06:50",
    "2023, DONG_ZHI, 2023-12-22T03:27",
    "2024, CHUN_FEN, 2024-03-20T03:06",
    "2024, XIA_ZHI, 2024-06-20T20:51",
    "2024, QIU_FEN, 2024-09-22T12:44",
    "2025, CHUN_FEN, 2025-03-20T09:01",
    "2025, XIA_ZHI, 2025-06-21T02:42",
    "2025, QIU_FEN, 2025-09-22T18:19",
    "2025, DONG_ZHI, 2025-12-21T15:03",
    "2026, CHUN_FEN, 2026-03-20T14:46",
    "2026, QIU_FEN, 2026-09-23T00:05",
    "2026, DONG_ZHI, 2026-12-21T20:50"
  })
  void solsticesAndEquinoxesAreThePublishedOnes(int year, SolarTerm term, LocalDateTime published) {
    assertThat(calendar.terms(year).get(term.ordinal()).begins())
        .isCloseTo(published.atZone(ZoneOffset.UTC).toInstant(), within(60, ChronoUnit.SECONDS));
  }

  /** By Astronomy Engine, whose Moon is good for an arc minute: two minutes of a phase. */
  @Test
  void everyPhaseOfTwentyYearsIsWithinAMinuteAndAHalf() {
    List<String[]> rows = Reference.table("phases.tsv");

    assertThat(rows).hasSizeGreaterThan(980);
    for (String[] row : rows) {
      Instant moment = Instant.parse(row[1]);
      assertThat(calendar.next(MoonPhase.valueOf(row[0]), moment.minus(Duration.ofDays(3))))
          .as("%s %s", row[0], row[1])
          .isCloseTo(moment, within(90, ChronoUnit.SECONDS));
    }
  }

  /** As printed, UT, in the U.S. Naval Observatory's “Phases of the Moon”. */
  @ParameterizedTest
  @CsvSource({
    "FULL_MOON, 2024-01-25T17:54",
    "NEW_MOON, 2024-04-08T18:21",
    "FULL_MOON, 2024-09-18T02:34",
    "FULL_MOON, 2024-10-17T11:26",
    "FULL_MOON, 2025-01-13T22:27",
    "FULL_MOON, 2025-03-14T06:55",
    "FULL_MOON, 2025-09-07T18:09",
    "FULL_MOON, 2026-03-03T11:38",
    "NEW_MOON, 2026-08-12T17:37"
  })
  void phasesAreThePublishedOnes(MoonPhase phase, LocalDateTime published) {
    Instant moment = published.atZone(ZoneOffset.UTC).toInstant();

    assertThat(calendar.next(phase, moment.minus(Duration.ofDays(5))))
        .isCloseTo(moment, within(60, ChronoUnit.SECONDS));
  }

  @Test
  void thePhaseAfterAPhaseIsTheNextMonths() {
    Instant full = calendar.next(MoonPhase.FULL_MOON, Instant.parse("2026-11-20T00:00:00Z"));

    assertThat(Duration.between(full, calendar.next(MoonPhase.FULL_MOON, full)).toDays())
        .isBetween(29L, 30L);
  }

  /** New Year's days and a leap month as the calendars of China have printed them. */
  @ParameterizedTest
  @CsvSource({
    "2018-11-08, 10, false, 1",
    "2027-02-06, 1, false, 1",
    "2030-02-03, 1, false, 1",
    "2024-02-10, 1, false, 1",
    "2025-01-29, 1, false, 1",
    "2026-02-17, 1, false, 1",
    "2025-10-06, 8, false, 15",
    "2026-09-25, 8, false, 15",
    "2026-06-19, 5, false, 5",
    "2025-07-25, 6, true, 1",
    "2023-03-22, 2, true, 1"
  })
  void lunarDatesAreTheCalendarsOnes(LocalDate day, int month, boolean leap, int lunarDay) {
    LunarDate date = calendar.on(day);

    assertThat(date.month()).isEqualTo(month);
    assertThat(date.leap()).isEqualTo(leap);
    assertThat(date.day()).isEqualTo(lunarDay);
  }

  /**
   * ICU's Chinese calendar is another implementation of the same rules, with a coarser Moon: it
   * puts three new moons on the wrong side of a midnight in China that they miss by 2, 4 and 7
   * minutes. The printed calendars of 2018, 2027 and 2030 agree with the library, see the test
   * above.
   */
  @Test
  void everyDayOfTwentyYearsHasTheDateThatIcuGives() {
    com.ibm.icu.util.ChineseCalendar icu =
        new com.ibm.icu.util.ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.CHINA);
    List<YearMonth> different =
        LocalDate.of(2015, 1, 1)
            .datesUntil(LocalDate.of(2035, 1, 1))
            .filter(
                day -> {
                  icu.setTimeInMillis(
                      day.atTime(12, 0).atZone(Ephemeris.ZONE).toInstant().toEpochMilli());
                  LunarDate date = calendar.on(day);
                  return date.month() != icu.get(Calendar.MONTH) + 1
                      || date.day() != icu.get(Calendar.DAY_OF_MONTH);
                })
            .map(YearMonth::from)
            .distinct()
            .toList();

    assertThat(different)
        .containsExactly(
            YearMonth.of(2018, 11),
            YearMonth.of(2018, 12),
            YearMonth.of(2027, 2),
            YearMonth.of(2027, 3),
            YearMonth.of(2030, 2),
            YearMonth.of(2030, 3));
  }
}
