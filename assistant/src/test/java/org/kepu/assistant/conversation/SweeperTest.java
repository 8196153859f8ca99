package org.kepu.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.jdbc.core.simple.JdbcClient;

class SweeperTest {

  private static final Duration LEASE = Duration.ofSeconds(60);

  private final SqliteDatabase database;
  private final TurnLedger dying;
  private final TurnLedger survivor;
  private final Sweeper sweeper;
  private long nanos;

  SweeperTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    dying = process("dying");
    survivor = process("survivor");
    sweeper = new Sweeper(survivor, LEASE, () -> nanos);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theTurnsOfASilentProcessAreEndedAfterItsLeaseAndNotBefore() {
    dying.beat();
    open(dying, "left");

    assertThat(sweeper.sweep()).as("seen first").isZero();
    after(LEASE.minusNanos(1));
    assertThat(sweeper.sweep()).as("just before its lease ends").isZero();
    after(Duration.ofNanos(1));
    assertThat(sweeper.sweep()).as("when its lease ends").isEqualTo(1);
    assertThat(sweeper.sweep()).as("once more").isZero();
  }

  @Test
  void aProcessThatLivesKeepsItsTurnsHoweverLongTheyTake() {
    open(dying, "slow");
    for (int i = 0; i < 10; i++) {
      dying.beat();
      assertThat(sweeper.sweep()).isZero();
      after(LEASE.minusSeconds(1));
    }

    assertThat(
            dying.close(
                "slow",
                Outcome.ANSWERED,
                "the answer",
                Interaction.failure(
                    UUID.randomUUID(), Instant.EPOCH, "conversation", "slow", Outcome.ANSWERED)))
        .isTrue();
  }

  @Test
  void ourOwnTurnsAreLeftAlone() {
    open(survivor, "ours");
    sweeper.sweep();
    after(LEASE.multipliedBy(2));

    assertThat(sweeper.sweep()).isZero();
  }

  private void after(Duration time) {
    nanos += time.toNanos();
  }

  private static void open(TurnLedger ledger, String answerId) {
    ledger.open(
        new NewTurn(answerId, "conversation", null, "hash"),
        Interaction.question(
            UUID.randomUUID(), Instant.EPOCH, "conversation", answerId, Scene.UNKNOWN, "What?"));
  }

  private TurnLedger process(String name) {
    JdbcClient jdbc = database.jdbc();
    return new JdbcTurnLedger(
        jdbc, database.transactions(), new JdbcInteractionLog(jdbc), InstantSource.system(), name);
  }
}
