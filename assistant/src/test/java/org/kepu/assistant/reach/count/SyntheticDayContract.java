package org.kepu.assistant.reach.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcRollups;
import org.kepu.assistant.reach.jdbc.JdbcSalts;
import org.kepu.assistant.reach.visitor.DayKeys;
import org.kepu.assistant.reach.visitor.Marking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A day whose every figure is known is counted so on every engine, however often. */
abstract class SyntheticDayContract {

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final InteractionLog log;
  private final Rollups rollups;
  private final SyntheticDay day;
  private @Nullable SpooledLedger ledger;

  SyntheticDayContract(TestDatabase database, Path folder) {
    this.database = database;
    jdbc = JdbcClient.create(database.pool());
    log = new JdbcInteractionLog(jdbc);
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(database.pool()));
    rollups = new JdbcRollups(jdbc, transaction);
    day =
        new SyntheticDay(
            clock ->
                ledger =
                    new SpooledLedger(
                        new JdbcTurnLedger(jdbc, transaction, log, clock, "node"),
                        folder.resolve("spool"),
                        1_000_000,
                        new Marking(
                            UnaryOperator.identity(), new DayKeys(new JdbcSalts(jdbc), clock)),
                        clock));
  }

  @AfterEach
  void close() {
    ledger().close();
    database.close();
  }

  @Test
  void everyFigureIsTheTruthAndStaysSo() {
    day.happens();
    day.goTo(1, "12:00:00");
    Rollup rollup = new Rollup(log, rollups, day);

    assertThat(rollup.update()).as("days counted, those beside included").isEqualTo(4);
    assertThat(rollups.of(SyntheticDay.DAY)).containsExactlyEntriesOf(day.truth());
    assertThat(rollup.recount()).as("what differs").isEmpty();
    assertThat(rollup.brokenSums()).as("sums that are none").isEmpty();

    day.goTo(1, "13:00:00");
    day.replayQueues();
    rollup.update();
    assertThat(rollups.of(SyntheticDay.DAY))
        .as("after the queues came once more")
        .containsExactlyEntriesOf(day.truth());
    assertThat(rollup.brokenSums()).as("sums that are none, counted twice").isEmpty();

    assertThat(ledger().deleteTexts(day.instant().plus(Duration.ofDays(1)))).isGreaterThan(100);
    assertThat(jdbc.sql("SELECT count(*) FROM interaction_text").query(Long.class).single())
        .isZero();
    assertThat(rollup.recount()).as("what differs once the texts are deleted").isEmpty();
    rollups.replace(SyntheticDay.DAY, Count.of(log, SyntheticDay.DAY), day.instant());
    assertThat(rollups.of(SyntheticDay.DAY)).containsExactlyEntriesOf(day.truth());
  }

  @Test
  void aFigureThatSomebodyChangedIsFound() {
    day.happens();
    day.goTo(1, "12:00:00");
    Rollup rollup = new Rollup(log, rollups, day);
    rollup.update();

    jdbc.sql(
            """
            UPDATE rollup SET amount = amount + 1
            WHERE measure = 'visit' AND hour = 15 AND venue = 'museum' AND hall = '' AND day = ?
            """)
        .param(SyntheticDay.DAY.toString())
        .update();

    List<Rollup.Difference> differences = rollup.recount();
    assertThat(differences)
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.cell().measure()).isEqualTo(Measure.VISIT);
              assertThat(difference.counted()).isGreaterThanOrEqualTo(20);
              assertThat(difference.kept()).isEqualTo(difference.counted() + 1);
            });
  }

  @Test
  void aSumThatSomebodyChangedIsFound() {
    day.happens();
    day.goTo(1, "12:00:00");
    Rollup rollup = new Rollup(log, rollups, day);
    rollup.update();

    jdbc.sql(
            """
            UPDATE rollup_month_sum SET amount = amount + 1
            WHERE divided_by = 'channel' AND name = 'kiosk' AND measure = 'visit' AND month = ?
            """)
        .param(SyntheticDay.DAY.toString().substring(0, 7))
        .update();

    assertThat(rollup.recount()).isEmpty();
    assertThat(rollup.brokenSums())
        .isNotEmpty()
        .allSatisfy(broken -> assertThat(broken).contains("name=kiosk").contains("measure=visit"));
  }

  private SpooledLedger ledger() {
    return Objects.requireNonNull(ledger, "The day has not begun");
  }
}
