package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.kepu.assistant.ledger.Ledgers.Effect;
import org.kepu.assistant.ledger.jdbc.JdbcLedgers;
import org.kepu.assistant.ledger.jdbc.JdbcPlans;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of what units report, on each engine. */
abstract class LedgersContract {

  private static final LocalDate DAY = LocalDate.parse("2026-05-20");

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final Ledgers ledgers;
  private final Plans plans;
  private final Activities activities;
  private final TransactionOperations transaction;

  LedgersContract(TestDatabase database) {
    this.database = database;
    jdbc = JdbcClient.create(database.pool());
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.pool()));
    ledgers = new JdbcLedgers(jdbc, transaction, () -> Instant.EPOCH);
    activities = new JdbcActivities(jdbc, () -> Instant.EPOCH);
    plans = new JdbcPlans(jdbc);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theSameEntriesAgainChangeNothing() {
    List<Entry> entries = List.of(entry("week-1", 320), entry("week-2", 80));

    assertThat(ledgers.keep(entries, "wang")).containsExactly(Effect.NEW, Effect.NEW);
    assertThat(ledgers.keep(entries, "wang")).containsExactly(Effect.SAME, Effect.SAME);

    assertThat(ledgers.upTo(DAY)).isEqualTo(entries);
    assertThat(changes()).isEqualTo(2);
  }

  @Test
  void anotherAmountPutsAnEntryRightAndWhatItWasStaysOnRecord() {
    ledgers.keep(List.of(entry("week-1", 320)), "wang");

    assertThat(ledgers.preview(List.of(entry("week-1", 340)))).containsExactly(Effect.CHANGED);
    assertThat(ledgers.upTo(DAY)).as("a preview keeps nothing").hasSize(1);
    assertThat(ledgers.upTo(DAY).getFirst().amount()).isEqualTo(320);
    assertThat(ledgers.keep(List.of(entry("week-1", 340)), "li")).containsExactly(Effect.CHANGED);

    assertThat(ledgers.upTo(DAY)).containsExactly(entry("week-1", 340));
    assertThat(jdbc.sql("SELECT amount FROM ledger_change ORDER BY seq").query(Long.class).list())
        .containsExactly(320L, 340L);
  }

  @Test
  void whatATableBringsInIsKeptWholeOrNotAtAll() {
    List<Entry> table = List.of(entry("week-1", 320), entry("week-2", 80));

    assertThatThrownBy(() -> importer(new FullLog()).keep(table, "wang"))
        .hasMessage("The disk is full");

    assertThat(ledgers.upTo(DAY)).isEmpty();
    assertThat(activities.all()).isEmpty();
    assertThat(changes()).isZero();

    InteractionLog log = new JdbcInteractionLog(jdbc);
    Importer.Outcome kept = importer(log).keep(table, "wang");
    assertThat(kept.kept()).isTrue();
    assertThat(kept.effects()).containsExactly(Effect.NEW, Effect.NEW);
    assertThat(activities.all()).extracting(Activity::id).containsExactly("week-1", "week-2");
    assertThat(importer(log).keep(table, "wang").effects()).containsOnly(Effect.SAME);
    assertThat(jdbc.sql("SELECT COUNT(*) FROM interaction").query(Long.class).single())
        .as("records that a table came in")
        .isEqualTo(1);
  }

  @Test
  void aTableWithARowThatFitsNoActivityIsNotKept() {
    activities.keep(
        new Activity(
            "week-2", "闭幕", "", "", "", "", DAY, DAY, "", Activity.Form.ON_SITE, true, false, 0),
        "li");

    Importer.Outcome outcome =
        importer(new JdbcInteractionLog(jdbc))
            .keep(List.of(entry("week-1", 320), entry("week-2", 80)), "wang");

    assertThat(outcome.kept()).isFalse();
    assertThat(outcome.match().misfits())
        .containsExactly(new ActivityRows.Misfit(1, "编号", "activity_closed", "闭幕"));
    assertThat(ledgers.upTo(DAY)).isEmpty();
    assertThat(activities.all()).hasSize(1);
  }

  private Importer importer(InteractionLog log) {
    return new Importer(
        ledgers, new ActivityRows(activities), log, transaction, () -> Instant.EPOCH);
  }

  /** Fails as the last of what is written. */
  private static final class FullLog implements InteractionLog {

    @Override
    public boolean append(Interaction interaction) {
      throw new IllegalStateException("The disk is full");
    }

    @Override
    public void read(Instant from, Instant to, Consumer<Interaction> reader) {}
  }

  @Test
  void thePlanThatHasEndedShipsAsAnExample() {
    assertThat(plans.all())
        .singleElement()
        .satisfies(
            plan -> {
              assertThat(plan.visits()).isEqualTo(250_000_000);
              assertThat(plan.activities()).isEqualTo(800);
              assertThat(plan.elapsed(DAY)).isEqualTo(1);
            });
  }

  @Test
  void aPlanIsKeptChangedAndPutAway() {
    Plan plan = new Plan(UUID.randomUUID(), "2026", DAY, DAY.plusDays(9), 10, 0, 0, 100);
    plans.keep(plan);
    Plan changed = new Plan(plan.id(), "2026", DAY, DAY.plusDays(9), 20, 0, 0, 100);
    plans.keep(changed);

    assertThat(plans.all()).contains(changed).hasSize(2);
    assertThat(plan.elapsed(DAY.plusDays(4))).isEqualTo(0.5);
    assertThat(Plan.Progress.of(30, 100, 0.5)).isEqualTo(new Plan.Progress(30, 100, 0.3, -20));
    plans.remove(plan.id());
    assertThat(plans.all()).hasSize(1);
    assertThatThrownBy(() -> new Plan(plan.id(), "x", DAY, DAY.minusDays(1), 0, 0, 0, 0))
        .hasMessageContaining("before it begins");
  }

  private long changes() {
    return jdbc.sql("SELECT COUNT(*) FROM ledger_change").query(Long.class).single();
  }

  private static Entry entry(String item, long amount) {
    return new Entry(
        Kind.OFFLINE, item, "科技周", "科技周", "milu", "麋鹿苑", DAY, Source.GATE, amount, Grade.B, "");
  }
}
