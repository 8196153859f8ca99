package org.kepu.assistant.correction.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.correction.Correction;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.CorrectionsContract;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCorrectionsTest extends CorrectionsContract {

  private final SqliteDatabase database;
  private final JdbcClient jdbc;
  private final TurnLedger ledger;
  private final Corrections corrections;
  private Instant now = Instant.parse("2026-11-29T06:00:00Z");

  JdbcCorrectionsTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = database.jdbc();
    TransactionTemplate transaction = database.transactions();
    InteractionLog log = new JdbcInteractionLog(jdbc);
    InstantSource clock = () -> now;
    ledger = new JdbcTurnLedger(jdbc, transaction, log, clock, "node");
    corrections = new JdbcCorrections(jdbc, transaction, log, clock);
    ledger.open(new NewTurn("answer", "conversation", "request-1", "hash"), failure("answer"));
    ledger.close("answer", Outcome.ANSWERED, "{\"text\":\"…\"}", failure("answer"));
    ledger.open(new NewTurn("open", "conversation", "request-2", "hash"), failure("open"));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Override
  protected Corrections corrections() {
    return corrections;
  }

  @Override
  protected void forget() {
    ledger.forget("conversation");
  }

  @Override
  protected long logged() {
    return jdbc.sql("SELECT count(*) FROM interaction WHERE type = 'correction_report'")
        .query(Long.class)
        .single();
  }

  @Override
  protected Instant now() {
    return now;
  }

  @Override
  protected void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void anEditorHasTheAnswerEvenWhenTheConversationIsForgotten() {
    corrections.file(new Correction("answer", "不对"));
    ledger.forget("conversation");

    assertThat(jdbc.sql("SELECT answer || text FROM correction").query(String.class).single())
        .isEqualTo("{\"text\":\"…\"}不对");
  }

  @Test
  void aBrokenDatabaseIsNotAMissingAnswer() {
    database.close();

    assertThatThrownBy(() -> corrections.file(new Correction("answer", "不对")))
        .isInstanceOf(LedgerFailureException.class);
  }

  private static Interaction failure(String answerId) {
    return Interaction.failure(
        UUID.randomUUID(), Instant.EPOCH, "conversation", answerId, Outcome.ERROR);
  }
}
