package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of the dictionary for what is imported. */
class TotalsTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-05-01");
  private static final LocalDate LAST = LocalDate.parse("2026-05-31");

  @Test
  void ofSeveralSourcesOfAnActivityTheBestCounts() {
    Totals totals =
        of(
            entry(Kind.OFFLINE, "week", 10, Source.MANUAL, 500, Grade.C),
            entry(Kind.OFFLINE, "week", 10, Source.SIGN_IN, 430, Grade.C),
            entry(Kind.OFFLINE, "week", 10, Source.GATE, 410, Grade.B),
            entry(Kind.OFFLINE, "week", 11, Source.SIGN_IN, 90, Grade.C));

    assertThat(totals.offline()).as("of the gate, on whatever day").isEqualTo(410);
    assertThat(totals.activities()).as("several days are one activity").isEqualTo(1);
    assertThat(totals.amountByGrade()).isEqualTo(Map.of(Grade.B, 410L));
  }

  @Test
  void theDaysOfAnActivityAddUpAndAnEarlierMonthKnowsItsGate() {
    Totals totals =
        of(
            offline("week", FIRST.minusDays(1), Source.GATE, 300),
            entry(Kind.OFFLINE, "week", 1, Source.MANUAL, 70, Grade.C),
            entry(Kind.OFFLINE, "walk", 1, Source.SIGN_IN, 40, Grade.C),
            entry(Kind.OFFLINE, "walk", 2, Source.SIGN_IN, 50, Grade.C));

    assertThat(totals.offline()).isEqualTo(90);
    assertThat(totals.activities()).as("held is what was counted by whatever source").isEqualTo(2);
  }

  @Test
  void whatWasLockedUnderEarlierDefinitionsHasASourceADayAndCountsAReprint() {
    List<Entry> entries =
        List.of(
            book("9787020002207", FIRST.minusDays(1)),
            book("978-7-02-000220-7", FIRST),
            entry(Kind.OFFLINE, "week", 10, Source.GATE, 410, Grade.B),
            entry(Kind.OFFLINE, "week", 11, Source.SIGN_IN, 90, Grade.C));

    Totals locked = Totals.of(entries, FIRST, LAST, LAST);
    Totals now = Totals.of(entries, FIRST, LAST, FIRST.minusDays(1));

    assertThat(locked.offline()).isEqualTo(500);
    assertThat(locked.books()).isEqualTo(1);
    assertThat(now.offline()).isEqualTo(410);
    assertThat(now.books()).isZero();
  }

  @Test
  void ofSnapshotsOfAnOnlineItemTheGreatestCounts() {
    assertThat(
            of(
                    entry(Kind.ONLINE, "live", 10, Source.PLATFORM, 900, Grade.D),
                    entry(Kind.ONLINE, "live", 12, Source.PLATFORM, 1200, Grade.D),
                    entry(Kind.ONLINE, "live", 14, Source.PLATFORM, 1100, Grade.D))
                .online())
        .isEqualTo(1200);
  }

  @Test
  void mediaCountByTheirGrowthInThePeriodAndNeverFall() {
    Entry before =
        new Entry(
            Kind.MEDIA,
            "video",
            "t",
            "",
            "",
            "u",
            FIRST.minusDays(3),
            Source.PLATFORM,
            5000,
            Grade.D,
            "x");

    assertThat(
            of(
                    before,
                    entry(Kind.MEDIA, "video", 10, Source.PLATFORM, 5600, Grade.D),
                    entry(Kind.MEDIA, "video", 20, Source.PLATFORM, 5400, Grade.D),
                    entry(Kind.MEDIA, "other", 20, Source.PLATFORM, 70, Grade.D))
                .media())
        .isEqualTo(670);
  }

  @Test
  void aReprintIsNotNewHoweverItsNumberIsWritten() {
    Totals totals =
        of(
            book("9787020002207", FIRST.minusYears(1)),
            book("978-7-02-000220-7", FIRST),
            book("7-02-000220-X", FIRST.plusDays(3)));

    assertThat(totals.books()).isZero();
  }

  @Test
  void booksAndProductsAreCountedOnce() {
    Totals totals =
        of(
            entry(Kind.BOOK, "978-7-1", 1, Source.PLATFORM, 1, Grade.C),
            entry(Kind.BOOK, "978-7-1", 9, Source.PLATFORM, 1, Grade.C),
            entry(Kind.PRODUCT, "p1", 9, Source.PLATFORM, 1, Grade.C));

    assertThat(totals.books()).isEqualTo(1);
    assertThat(totals.products()).isEqualTo(1);
    assertThat(totals.activities()).isZero();
  }

  private static Totals of(Entry... entries) {
    return Totals.of(List.of(entries), FIRST, LAST, LocalDate.MIN);
  }

  private static Entry book(String isbn, LocalDate day) {
    return new Entry(Kind.BOOK, isbn, "t", "", "", "u", day, Source.PLATFORM, 1, Grade.C, "x");
  }

  private static Entry offline(String item, LocalDate day, Source source, long amount) {
    return new Entry(Kind.OFFLINE, item, "t", "", "", "u", day, source, amount, Grade.B, "");
  }

  private static Entry entry(
      Kind kind, String item, int day, Source source, long amount, Grade grade) {
    return new Entry(
        kind, item, "t", "", "", "u", FIRST.withDayOfMonth(day), source, amount, grade, "x");
  }
}
