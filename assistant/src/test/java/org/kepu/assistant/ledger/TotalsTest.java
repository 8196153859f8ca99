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

    assertThat(totals.offline()).isEqualTo(500);
    assertThat(totals.activities()).as("several days are one activity").isEqualTo(1);
    assertThat(totals.amountByGrade()).isEqualTo(Map.of(Grade.B, 410L, Grade.C, 90L));
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
    return Totals.of(List.of(entries), FIRST, LAST);
  }

  private static Entry entry(
      Kind kind, String item, int day, Source source, long amount, Grade grade) {
    return new Entry(
        kind, item, "t", "", "", "u", FIRST.withDayOfMonth(day), source, amount, grade, "x");
  }
}
