package org.kepu.assistant.report.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Source;
import org.kepu.assistant.ledger.Totals;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.report.Office;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Table;

/** What is locked stays, on each engine; what comes to light later stands beside it. */
abstract class LocksContract {

  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  private final Office office;

  LocksContract(TestDatabase database) {
    this.office = new Office(database);
  }

  /** The statement that lets rows of a table be changed after all. */
  abstract String withoutTrigger(String table);

  @BeforeEach
  void count() {
    office.at(Instant.parse("2026-05-22T01:00:00Z"));
    visits(MAY.atDay(20), 40, 25);
    visits(JUNE.atDay(2), 30, 12);
    office.ledgers.keep(List.of(heads("kjz-1", MAY.atDay(21), 1000)), "li");
    office.rollups.upTo(Instant.parse("2026-07-02T00:00:00Z"));
    office.at(Instant.parse("2026-07-01T01:00:00Z"));
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void monthsThatAreOverAreLockedInTurnAndChained() {
    List<Lock> made = office.keeper.lockDue();

    assertThat(made).extracting(Lock::month).containsExactly(MAY, JUNE);
    assertThat(made.get(0).previous()).isEqualTo(Lock.BEGINNING);
    assertThat(made.get(1).previous()).isEqualTo(made.get(0).hash());
    assertThat(office.locks.all()).isEqualTo(made);
    assertThat(office.keeper.lockDue()).as("the second time").isEmpty();
    assertThat(office.keeper.lock(MAY, "li")).as("a month that is locked").isEmpty();
    assertThat(office.keeper.lock(YearMonth.of(2026, 7), "li")).as("a month not over").isEmpty();
    assertThat(office.keeper.verify().equal()).isTrue();
  }

  @Test
  void aMonthEndsInShanghaiAndWaitsUntilItIsCounted() {
    office.at(Instant.parse("2026-06-30T15:59:59Z"));
    assertThat(office.keeper.lockDue()).extracting(Lock::month).containsExactly(MAY);

    office.at(Instant.parse("2026-06-30T16:00:00Z"));
    office.rollups.upTo(Instant.parse("2026-06-30T15:59:00Z"));
    assertThat(office.keeper.lockDue()).as("not counted to its end").isEmpty();

    office.rollups.upTo(Instant.parse("2026-06-30T16:00:30Z"));
    assertThat(office.keeper.lockDue()).extracting(Lock::month).containsExactly(JUNE);
  }

  @Test
  void lockedFiguresAreThoseThatWereCounted() {
    Period may = new Period(MAY.atDay(1), MAY.atEndOfMonth());
    Map<Dimension, SortedMap<String, Map<Measure, Long>>> before = new TreeMap<>();
    for (Dimension dimension : Dimension.values()) {
      before.put(dimension, office.figures.sums(may, Set.of(), dimension));
    }
    SortedMap<String, Map<Measure, Long>> ofMilu =
        office.figures.sums(may, Set.of("milu"), Dimension.CHANNEL);
    SortedMap<String, Map<Measure, Long>> medians = office.figures.medians(may);
    office.keeper.lockDue();
    visits(MAY.atDay(20), 1, 1);

    LockedFigures locked = new LockedFigures(office.figures, office.locks);

    before.forEach(
        (dimension, sums) ->
            assertThat(locked.sums(may, Set.of(), dimension)).as("%s", dimension).isEqualTo(sums));
    assertThat(locked.sums(may, Set.of("milu"), Dimension.CHANNEL)).isEqualTo(ofMilu);
    assertThat(locked.medians(may)).isEqualTo(medians);
    assertThat(locked.withoutSource(may, Set.of())).containsOnlyKeys("birds");
  }

  @Test
  void aRowThatSomebodyChangedIsFound() {
    office.keeper.lockDue();
    String change =
        "UPDATE report_lock_figure SET amount = amount + 1 WHERE month = '2026-05' AND divided_by = 'hour' AND measure = 'visit' AND venue = 'milu'";
    assertThatThrownBy(() -> office.jdbc.sql(change).update())
        .as("the database refuses")
        .hasMessageContaining("What is locked is not changed");

    office.jdbc.sql(withoutTrigger("report_lock_figure")).update();
    assertThat(office.jdbc.sql(change).update()).isPositive();

    Verification verification = office.keeper.verify();
    assertThat(verification.equal()).isFalse();
    assertThat(verification.months())
        .extracting(Verification.Month::whole)
        .containsExactly(false, true);
    assertThat(verification.months().getFirst().differences()).containsExactly("hour 9");
    assertThat(rows(office.report("2026-05"), "locks"))
        .anySatisfy(row -> assertThat(row).contains("不符，请核查"));
  }

  @Test
  void aMonthThatWasTakenOutOrLockedAnewBreaksTheChain() {
    office.keeper.lockDue();
    office.jdbc.sql(withoutTrigger("report_lock")).update();
    office
        .jdbc
        .sql("UPDATE report_lock SET hash = ? WHERE month = '2026-05'")
        .param("f".repeat(64))
        .update();

    assertThat(office.keeper.verify().months())
        .extracting(Verification.Month::whole)
        .containsExactly(false, false);
  }

  @Test
  void whatComesInLateIsAnAdjustingEntryAndNoSilentChange() {
    office.keeper.lockDue();
    List<List<String>> before = rows(office.report("2026-05"), "totals");
    office.at(Instant.parse("2026-07-03T02:00:00Z"));
    office.ledgers.keep(List.of(heads("kjz-1", MAY.atDay(21), 1234)), "li");
    visits(MAY.atDay(20), 45, 25);

    List<Adjustment> made = office.keeper.adjust(Lock.BY_ITSELF, null);

    assertThat(made)
        .filteredOn(entry -> entry.figure() == Headline.OFFLINE)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.month()).isEqualTo(MAY);
              assertThat(entry.before()).isEqualTo(1000);
              assertThat(entry.now()).isEqualTo(1234);
              assertThat(entry.foundAt()).isEqualTo("2026-07-03T02:00:00Z");
              assertThat(entry.reason()).contains("锁定后填报或更正 1 条（经办：li）");
            });
    assertThat(made)
        .filteredOn(entry -> entry.figure() == Headline.VISITS)
        .singleElement()
        .satisfies(entry -> assertThat(entry.now() - entry.before()).isEqualTo(5));
    assertThat(made).extracting(Adjustment::figure).contains(Headline.SERVED, Headline.DETAILS);
    assertThat(office.keeper.adjust(Lock.BY_ITSELF, null)).as("the second time").isEmpty();

    ReachReport after = office.report("2026-05");
    assertThat(rows(after, "totals")).as("the locked figures").isEqualTo(before);
    assertThat(rows(after, "adjustments"))
        .anySatisfy(row -> assertThat(row).contains("2026-05 R2 线下参加人次", "1,000", "1,234", "234"));
    assertThat(rows(office.report("2026"), "totals").getFirst())
        .as("the year's figure is that of the locked months")
        .contains("1,107");

    office.ledgers.keep(List.of(heads("kjz-1", MAY.atDay(21), 1200)), "li");
    assertThat(office.keeper.adjust("wang", "麋鹿苑更正"))
        .filteredOn(entry -> entry.figure() == Headline.OFFLINE)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.before()).isEqualTo(1234);
              assertThat(entry.now()).isEqualTo(1200);
              assertThat(entry.reason()).isEqualTo("麋鹿苑更正");
            });
    assertThat(office.keeper.verify().months().getFirst().whole()).isTrue();
    assertThat(office.keeper.verify().months().getFirst().differences())
        .contains("entry offline kjz-1", "hour 9")
        .as("small cells stay hidden")
        .allSatisfy(difference -> assertThat(difference).doesNotContain("1200"));
  }

  @Test
  void twoThatLockTheSameMonthMakeOneLock() {
    office.keeper.lockDue();
    Lock first = office.locks.all().getFirst();
    Snapshot snapshot = office.locks.snapshot(MAY).orElseThrow();

    assertThat(office.locks.keep(first, snapshot)).isFalse();
    assertThat(office.locks.all()).hasSize(2);
  }

  @Test
  void howLongVisitorsStayedIsNotComparedWithAMonthThatWasLockedByAnotherRule() {
    stays(MAY.atDay(20), 60_000);
    stays(JUNE.atDay(2), 60_000);
    LockKeeper before =
        new LockKeeper(
            office.figures,
            office.rollups,
            office.ledgers,
            office.plans,
            office.locks,
            "kepu-reach 1",
            1,
            () -> Instant.parse("2026-07-01T01:00:00Z"));
    assertThat(before.lock(MAY, "li")).isPresent();
    assertThat(office.keeper.lock(JUNE, "li")).isPresent();

    stays(MAY.atDay(20), 90_000);
    stays(JUNE.atDay(2), 90_000);

    Verification verification = office.keeper.verify();
    assertThat(verification.months())
        .extracting(Verification.Month::whole)
        .as("the hashes")
        .containsExactly(true, true);
    assertThat(verification.months())
        .extracting(Verification.Month::differences)
        .containsExactly(List.of(), List.of("of_day 2026-06-02 web"));
    assertThat(office.keeper.adjust("li", null))
        .extracting(Adjustment::month)
        .containsExactly(JUNE);
  }

  @Test
  void aMonthLockedWhenAnActivityHadASourceADayStaysAndNeedsNoAdjustment() {
    stays(MAY.atDay(20), 60_000);
    office.ledgers.keep(
        List.of(
            heads("kjz-9", MAY.atDay(20), Source.GATE, 400),
            heads("kjz-9", MAY.atDay(21), Source.MANUAL, 90)),
        "li");
    LockKeeper before =
        new LockKeeper(
            office.figures,
            office.rollups,
            office.ledgers,
            office.plans,
            office.locks,
            "kepu-reach 2",
            1,
            () -> Instant.parse("2026-07-01T01:00:00Z"));
    long reported = offline(LocalDate.MIN);
    assertThat(before.lock(MAY, "li")).isPresent();

    assertThat(office.keeper.adjust("li", null)).isEmpty();
    assertThat(offline(office.locks.earlierDefinitions())).isEqualTo(reported + 90);
  }

  private long offline(LocalDate earlier) {
    return Totals.of(
            office.ledgers.upTo(MAY.atEndOfMonth()), MAY.atDay(1), MAY.atEndOfMonth(), earlier)
        .offline();
  }

  private static Entry heads(String item, LocalDate day, Source source, long amount) {
    return new Entry(
        Kind.OFFLINE, item, "t", "", "", "u", day, source, amount, Grade.C, "signed list");
  }

  private void stays(LocalDate day, long median) {
    SortedMap<Cell, Long> figures = new TreeMap<>();
    put(figures, day, Measure.VISIT, "milu", "", "", 40);
    figures.put(
        new Cell(day, Cell.WHOLE_DAY, Measure.DWELL_MEDIAN, "web", "", "", "", "", "", "", "", ""),
        median);
    office.rollups.replace(day, figures, Instant.EPOCH);
  }

  private void visits(LocalDate day, long milu, long nature) {
    SortedMap<Cell, Long> figures = new TreeMap<>();
    put(figures, day, Measure.VISIT, "milu", "", "", milu);
    put(figures, day, Measure.VISIT, "nature", "", "", nature);
    put(figures, day, Measure.QUESTION, "milu", "milu", "answered", milu * Count.WHOLE);
    put(figures, day, Measure.QUESTION, "milu", "birds", "no_source", 20 * Count.WHOLE);
    figures.put(
        new Cell(day, Cell.WHOLE_DAY, Measure.TOTAL_P50, "web", "", "", "", "", "", "", "", ""),
        321L);
    office.rollups.replace(day, figures, Instant.EPOCH);
  }

  private static void put(
      SortedMap<Cell, Long> figures,
      LocalDate day,
      Measure measure,
      String venue,
      String topic,
      String outcome,
      long amount) {
    figures.put(
        new Cell(day, 9, measure, "web", venue, "", "", "", "", topic, "general", outcome), amount);
  }

  private static Entry heads(String item, LocalDate day, long amount) {
    return new Entry(
        Kind.OFFLINE, item, "科技周", "科技周", "milu", "麋鹿苑", day, Source.GATE, amount, Grade.B, "");
  }

  private static List<List<String>> rows(ReachReport report, String id) {
    Table table =
        report.tables().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    return table.rows().stream()
        .map(row -> row.stream().map(cell -> cell.text()).toList())
        .toList();
  }
}
