package org.kepu.assistant.reach.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dashboard.Row;
import org.kepu.assistant.reach.figures.Dashboard.View;
import org.kepu.assistant.reach.jdbc.JdbcFigureStore;
import org.kepu.assistant.reach.jdbc.JdbcRollups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the figures of a period are, on each engine. */
abstract class DashboardContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Period WEEK = new Period(DAY, DAY.plusDays(6));

  private final TestDatabase database;
  private final JdbcRollups rollups;
  private final Dashboard dashboard;

  DashboardContract(TestDatabase database) {
    this.database = database;
    JdbcClient jdbc = JdbcClient.create(database.pool());
    rollups =
        new JdbcRollups(jdbc, new TransactionTemplate(new JdbcTransactionManager(database.pool())));
    dashboard = new Dashboard(new JdbcFigureStore(jdbc));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aPeriodIsSummedAndComparedWithTheOneBeforeAndTheYearBefore() {
    counted(DAY, figures -> visits(figures, DAY, 9, "web", "milu", 12));
    counted(DAY.plusDays(6), figures -> visits(figures, DAY.plusDays(6), 10, "web", "milu", 30));
    counted(DAY.minusDays(1), figures -> visits(figures, DAY.minusDays(1), 9, "web", "milu", 5));
    LocalDate then = DAY.minusYears(1);
    counted(then, figures -> visits(figures, then, 9, "web", "milu", 7));

    View view = dashboard.of(WEEK, Set.of());

    assertThat(view.figures().visits()).isEqualTo(42);
    assertThat(view.figuresBefore().visits()).isEqualTo(5);
    assertThat(view.figuresYearBefore().visits()).isEqualTo(7);
    assertThat(view.days()).hasSize(7);
    assertThat(view.days().getLast().visits()).isEqualTo(30);
    assertThat(view.hours()).containsExactly(new Row("9", 12L, 0L), new Row("10", 30L, 0L));
  }

  @Test
  void ratiosAreMadeOfSumsAndFewVotesSayNothing() {
    counted(
        DAY,
        figures -> {
          answerable(figures, "answered", 60);
          answerable(figures, "partial", 20);
          answerable(figures, "no_source", 10);
          answerable(figures, "clarified", 10);
          put(figures, Measure.ANSWER, "answered", 80);
          put(figures, Measure.GROUNDED, "answered", 78);
          put(figures, Measure.VOTE_UP, "answered", 20);
          put(figures, Measure.VOTE_DOWN, "answered", 9);
        });

    Summary figures = dashboard.of(WEEK, Set.of()).figures();

    assertThat(figures.questions()).isEqualTo(100);
    assertThat(figures.answeredRate()).isEqualTo(80.0 / 90);
    assertThat(figures.groundedRate()).isEqualTo(78.0 / 80);
    assertThat(figures.noSourceRate()).isEqualTo(0.1);
    assertThat(figures.votes()).isEqualTo(29);
    assertThat(figures.satisfaction()).isNull();
    assertThat(figures.responseRate()).isEqualTo(29.0 / 80);
  }

  @Test
  void whereAllAskedAtKiosksThereIsNoNumberOfVisitorsAndNotNone() {
    assertThat(dashboard.of(WEEK, Set.of()).figures().visitorDays()).isZero();

    counted(DAY, figures -> put(figures, Measure.CONVERSATION, "", 12));

    assertThat(dashboard.of(WEEK, Set.of()).figures().visitorDays()).isNull();
  }

  @Test
  void nothingIsNoRatio() {
    Summary figures = dashboard.of(WEEK, Set.of()).figures();

    assertThat(figures.visits()).isZero();
    assertThat(figures.answeredRate()).isNull();
    assertThat(dashboard.of(WEEK, Set.of()).channels()).isEmpty();
  }

  @Test
  void whoIsBoundToVenuesSeesThemAlone() {
    counted(
        DAY,
        figures -> {
          visits(figures, DAY, 9, "web", "milu", 20);
          visits(figures, DAY, 9, "web", "nature", 30);
          visits(figures, DAY, 9, "web", "planetarium", 40);
        });

    View view = dashboard.of(WEEK, Set.of("milu", "nature"));

    assertThat(view.figures().visits()).isEqualTo(50);
    assertThat(view.venues()).containsExactly(new Row("milu", 20L, 0L), new Row("nature", 30L, 0L));
    assertThat(view.latencies()).isEmpty();
  }

  @Test
  void smallCellsAreHiddenInEveryTable() {
    counted(
        DAY,
        figures -> {
          visits(figures, DAY, 9, "web", "milu", 100);
          visits(figures, DAY, 10, "kiosk", "nature", 50);
          visits(figures, DAY, 11, "h5", "planetarium", 3);
          topic(figures, "milu", 84);
          topic(figures, "deer", 4);
          topic(figures, "birds", 12);
        });

    View view = dashboard.of(WEEK, Set.of());

    assertThat(view.figures().visits()).as("the total").isEqualTo(153);
    assertThat(view.channels()).extracting(Row::visits).containsExactly(null, null, 100L);
    assertThat(view.venues()).extracting(Row::visits).containsExactly(100L, null, null);
    assertThat(view.hours()).extracting(Row::visits).containsExactly(100L, null, null);
    assertThat(view.topics())
        .containsExactly(
            new Dashboard.Topic("milu", 80L, 84L),
            new Dashboard.Topic("birds", null, null),
            new Dashboard.Topic("deer", null, null));
  }

  @Test
  void activitiesProgrammesAndRegionsAreToldInTensAndUnknownOnesToo() {
    counted(
        DAY,
        figures -> {
          held(figures, "kjz-1", "science-week", "北京市", 124);
          held(figures, "kjz-2", "science-week", "天津市", 26);
          held(figures, "", "", "", 301);
        });

    View view = dashboard.of(WEEK, Set.of());

    assertThat(view.activities())
        .containsExactly(
            new Row("", 300L, 0L), new Row("kjz-1", 120L, 0L), new Row("kjz-2", 30L, 0L));
    assertThat(view.programmes())
        .containsExactly(new Row("", 300L, 0L), new Row("science-week", 150L, 0L));
    assertThat(view.regions())
        .containsExactly(new Row("", 300L, 0L), new Row("北京市", 120L, 0L), new Row("天津市", 30L, 0L));
  }

  @Test
  void smallActivitiesAreHiddenWithTheNextSmallest() {
    counted(
        DAY,
        figures -> {
          held(figures, "kjz-1", "science-week", "北京市", 124);
          held(figures, "kjz-2", "science-week", "北京市", 6);
          held(figures, "", "", "", 301);
        });

    assertThat(dashboard.of(WEEK, Set.of()).activities())
        .extracting(Row::visits)
        .containsExactly(300L, null, null);
  }

  @Test
  void staysAreToldByChannelAsTheMedianOfTheDays() {
    for (int i = 0; i < 3; i++) {
      LocalDate day = DAY.plusDays(i);
      long ms = List.of(60_000L, 300_000L, 90_000L).get(i);
      counted(
          day,
          figures -> {
            ofDay(figures, day, Measure.DWELL_MEDIAN, ms);
            ofDay(figures, day, Measure.DWELL_P75, 2 * ms);
          });
    }

    View view = dashboard.of(WEEK, Set.of());

    assertThat(view.stays()).containsExactly(new Dashboard.Stay("kiosk", 90_000, 180_000));
    assertThat(view.latencies()).as("of a channel without answers").isEmpty();
  }

  /** Whole months are read from their sums, and the days around them from theirs. */
  @Test
  void monthsAndTheDaysAroundThemAddUpToTheSame() {
    LocalDate first = LocalDate.parse("2026-01-20");
    for (int i = 0; i < 60; i++) {
      LocalDate day = first.plusDays(i);
      counted(day, figures -> visits(figures, day, 9, "web", "milu", 100));
    }
    LocalDate changed = LocalDate.parse("2026-02-10");
    counted(changed, figures -> visits(figures, changed, 10, "kiosk", "nature", 40));

    for (int from = 0; from < 20; from += 3) {
      for (int to = from; to < 60; to += 7) {
        Period period = new Period(first.plusDays(from), first.plusDays(to));
        boolean within = !changed.isBefore(period.from()) && !changed.isAfter(period.to());
        View view = dashboard.of(period, Set.of());
        long milu = 100 * (period.days() - (within ? 1 : 0));
        assertThat(view.figures().visits()).as("%s", period).isEqualTo(milu + (within ? 40 : 0));
        assertThat(view.venues().getFirst().visits())
            .as("%s", period)
            .isEqualTo(milu == 0 ? 40 : milu);
        assertThat(dashboard.of(period, Set.of("nature")).figures().visits())
            .as("%s at one venue", period)
            .isEqualTo(within ? 40 : 0);
      }
    }
  }

  @Test
  void latenciesOfSeveralDaysAreTheMedianOfTheDays() {
    for (int i = 0; i < 3; i++) {
      LocalDate day = DAY.plusDays(i);
      long ms = List.of(10L, 500L, 30L).get(i);
      counted(
          day,
          figures ->
              figures.put(
                  new Cell(
                      day,
                      Cell.WHOLE_DAY,
                      Measure.TOTAL_P50,
                      "web",
                      "",
                      "",
                      "",
                      "",
                      "",
                      "",
                      "",
                      ""),
                  ms));
    }

    assertThat(dashboard.of(WEEK, Set.of()).latencies())
        .containsExactly(new Dashboard.Latency("web", null, null, 30L, null));
  }

  private void counted(LocalDate day, java.util.function.Consumer<SortedMap<Cell, Long>> figures) {
    SortedMap<Cell, Long> cells = new TreeMap<>();
    figures.accept(cells);
    rollups.replace(day, cells, Instant.EPOCH);
  }

  private static void visits(
      SortedMap<Cell, Long> figures,
      LocalDate day,
      int hour,
      String channel,
      String venue,
      long amount) {
    figures.put(
        new Cell(day, hour, Measure.VISIT, channel, venue, "", "", "", "", "", "general", ""),
        amount);
  }

  private static void held(
      SortedMap<Cell, Long> figures,
      String activity,
      String programme,
      String region,
      long amount) {
    figures.put(
        new Cell(
            DAY,
            9,
            Measure.VISIT,
            "web",
            "milu",
            "",
            activity,
            programme,
            region,
            "",
            "general",
            ""),
        amount);
  }

  private static void ofDay(
      SortedMap<Cell, Long> figures, LocalDate day, Measure measure, long value) {
    figures.put(
        new Cell(day, Cell.WHOLE_DAY, measure, "kiosk", "", "", "", "", "", "", "", ""), value);
  }

  private static void answerable(SortedMap<Cell, Long> figures, String outcome, long questions) {
    put(figures, Measure.QUESTION, outcome, questions * Count.WHOLE);
    put(figures, Measure.ANSWERABLE, outcome, questions * Count.WHOLE);
  }

  private static void put(
      SortedMap<Cell, Long> figures, Measure measure, String outcome, long amount) {
    figures.put(
        new Cell(DAY, 9, measure, "web", "milu", "", "", "", "", "", "general", outcome), amount);
  }

  private static void topic(SortedMap<Cell, Long> figures, String topic, long questions) {
    figures.put(
        new Cell(
            DAY, 9, Measure.QUESTION, "web", "milu", "", "", "", "", topic, "general", "answered"),
        questions * Count.WHOLE);
  }
}
