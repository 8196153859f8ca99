package org.kepu.assistant.conversation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.TurnLedgerContract;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a ledger in a database does besides. */
abstract class JdbcTurnLedgerContract extends TurnLedgerContract {

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final TurnLedger ledger;

  JdbcTurnLedgerContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    ledger = ledger(database, "this process");
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Override
  protected TurnLedger ledger() {
    return ledger;
  }

  @Override
  protected TurnLedger another() {
    return ledger(database, "another process");
  }

  @Override
  protected List<Logged> logged(String answerId) {
    return jdbc
        .sql(
            """
            SELECT type, outcome, vote, text
            FROM interaction LEFT JOIN interaction_text USING (event_id)
            WHERE answer_id = ? ORDER BY seq
            """)
        .param(answerId)
        .query(Logged.class)
        .list()
        .stream()
        .<Logged>map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void theLastVoteIsTheOneThatIsKept() {
    ledger.open(turn(), ended());
    ledger.close("answer", Outcome.ANSWERED, "the answer", ended());

    ledger.vote("answer", Vote.UP, "good");
    ledger.vote("answer", Vote.DOWN, null);

    assertThat(jdbc.sql("SELECT vote, reason FROM feedback").query().listOfRows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("vote", "down");
              assertThat(row).containsEntry("reason", null);
            });
  }

  @Test
  void aTurnWhoseQuestionCannotBeLoggedIsNotOpened() {
    jdbc.sql("DROP TABLE interaction_text").update();
    jdbc.sql("DROP TABLE interaction").update();

    assertThatThrownBy(() -> ledger.open(turn(), ended()))
        .isInstanceOfSatisfying(
            LedgerFailureException.class, e -> assertThat(e.away()).as("away").isFalse());
    assertThat(jdbc.sql("SELECT count(*) FROM turn").query(Long.class).single()).isZero();
  }

  @Test
  void aTurnWhoseEndCannotBeLoggedStaysOpen() {
    ledger.open(turn(), ended());
    jdbc.sql("ALTER TABLE interaction RENAME TO away").update();

    assertThatThrownBy(() -> ledger.close("answer", Outcome.ANSWERED, "the answer", ended()))
        .isInstanceOf(LedgerFailureException.class);

    jdbc.sql("ALTER TABLE away RENAME TO interaction").update();
    assertThat(ledger.close("answer", Outcome.ANSWERED, "the answer", ended())).isTrue();
  }

  @Test
  void aDatabaseThatIsAwayIsALedgerFailure() {
    database.close();

    assertThatThrownBy(() -> ledger.open(turn(), ended()))
        .isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.close("answer", Outcome.ERROR, null, ended()))
        .isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.vote("answer", Vote.UP, null))
        .isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.forget("conversation"))
        .isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.record(List.of(ended())))
        .isInstanceOfSatisfying(
            LedgerFailureException.class, e -> assertThat(e.away()).as("away").isTrue());
    assertThatThrownBy(ledger::beat).isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(ledger::others).isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.closeAbandoned(Set.of("another process")))
        .isInstanceOf(LedgerFailureException.class);
    assertThatThrownBy(() -> ledger.deleteTexts(Instant.EPOCH))
        .isInstanceOf(LedgerFailureException.class);
  }

  @Test
  void whatWasWrittenIsThereAfterANewStart() {
    ledger.open(turn(), ended());
    ledger.close("answer", Outcome.ANSWERED, "the answer", ended());
    database.close();

    try (TestDatabase after = database.again()) {
      assertThat(ledger(after, "next process").vote("answer", Vote.UP, null)).isTrue();
    }
  }

  @Test
  void theLogIsAppendOnly() {
    ledger.open(turn(), ended());

    assertThatThrownBy(() -> jdbc.sql("UPDATE interaction SET venue = 'milu'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM interaction").update())
        .hasMessageContaining("append-only");
  }

  private static TurnLedger ledger(TestDatabase database, String process) {
    JdbcClient client = database.jdbc();
    return new JdbcTurnLedger(
        client,
        database.transactions(),
        new JdbcInteractionLog(client),
        InstantSource.system(),
        process);
  }

  private static NewTurn turn() {
    return new NewTurn("answer", "conversation", "request", "hash");
  }

  private static Interaction ended() {
    return Interaction.failure(
        UUID.randomUUID(), Instant.EPOCH, "conversation", "answer", Outcome.ERROR);
  }
}
