package org.kepu.assistant.conversation.jdbc;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.conversation.NewTurn;
import org.kepu.assistant.conversation.Opening;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Turns as rows; an end is a compare-and-set on the row. */
public final class JdbcTurnLedger implements TurnLedger {

  private static final String FAILED =
      "'%s', '%s'".formatted(Outcome.ERROR.code(), Outcome.CANCELLED.code());

  /** The turns last: the others are found by them. */
  private static final List<String> FORGET =
      List.of(
          "DELETE FROM interaction_text WHERE event_id IN (SELECT event_id FROM interaction WHERE"
              + " conversation_id = ?)",
          "DELETE FROM feedback WHERE answer_id IN (SELECT answer_id FROM turn WHERE"
              + " conversation_id = ?)",
          "UPDATE turn SET question = NULL, understood = NULL, forgotten = TRUE WHERE"
              + " conversation_id = ? AND outcome IS NULL",
          "DELETE FROM turn WHERE conversation_id = ? AND outcome IS NOT NULL");

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final InteractionLog log;
  private final InstantSource clock;
  private final String process;
  private final NoArgGenerator eventIds = Generators.timeBasedEpochGenerator();

  /**
   * @param process names the process that opens turns with this ledger
   */
  public JdbcTurnLedger(
      JdbcClient jdbc,
      TransactionOperations transaction,
      InteractionLog log,
      InstantSource clock,
      String process) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.log = log;
    this.clock = clock;
    this.process = process;
  }

  @Override
  public Opening open(NewTurn turn, Interaction asked) {
    return inTransaction(
        () -> {
          int inserted =
              jdbc.sql(
                      """
                      INSERT INTO turn (
                        answer_id, conversation_id, request_id, request_hash, opened_at, question,
                        node)
                      VALUES (?, ?, ?, ?, ?, ?, ?)
                      ON CONFLICT DO NOTHING
                      """)
                  .param(turn.answerId())
                  .param(turn.conversationId())
                  .param(turn.requestId())
                  .param(turn.requestHash())
                  .param(now())
                  .param(asked.text())
                  .param(process)
                  .update();
          if (inserted == 0) {
            return again(turn);
          }
          log.append(asked.asTurn(turnsOf(turn.conversationId())));
          return new Opening.Opened(turn.answerId(), turn.conversationId());
        });
  }

  private int turnsOf(String conversationId) {
    return jdbc.sql("SELECT count(*) FROM turn WHERE conversation_id = ?")
        .param(conversationId)
        .query(Integer.class)
        .single();
  }

  /** The same request's id, or the turn itself, is known: what became of it. */
  private Opening again(NewTurn turn) {
    Row row =
        jdbc.sql(
                """
                SELECT answer_id, conversation_id, request_hash, outcome, answer FROM turn
                WHERE request_id = ? OR answer_id = ?
                ORDER BY CASE WHEN request_id = ? THEN 0 ELSE 1 END LIMIT 1
                """)
            .param(turn.requestId())
            .param(turn.answerId())
            .param(turn.requestId())
            .query(Row.class)
            .single();
    if (!row.requestHash().equals(turn.requestHash())) {
      return new Opening.Conflicting();
    }
    if (row.answer() != null) {
      return new Opening.Answered(row.answer());
    }
    return reopened(row.answerId())
        ? new Opening.Opened(row.answerId(), row.conversationId())
        : new Opening.Running(row.answerId());
  }

  private boolean reopened(String answerId) {
    return jdbc.sql(
                "UPDATE turn SET outcome = NULL, closed_at = NULL, node = ? WHERE answer_id = ? AND outcome IN (%s)"
                    .formatted(FAILED))
            .param(process)
            .param(answerId)
            .update()
        == 1;
  }

  @Override
  public void understood(String answerId, String question) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    UPDATE turn SET understood = ?
                    WHERE answer_id = ? AND outcome IS NULL AND question IS NOT NULL
                    """)
                .param(question)
                .param(answerId)
                .update());
  }

  @Override
  public List<Remembered> remembered(String conversationId, int most) {
    return reading(
        () ->
            jdbc.sql(
                    """
                    SELECT coalesce(understood, question) AS question, answer FROM turn
                    WHERE conversation_id = ? AND answer IS NOT NULL AND question IS NOT NULL
                    ORDER BY opened_at DESC, answer_id DESC LIMIT ?
                    """)
                .param(conversationId)
                .param(most)
                .query(Remembered.class)
                .list()
                .reversed());
  }

  @Override
  public boolean close(
      String answerId, Outcome outcome, @Nullable String answer, Interaction ended) {
    return inTransaction(
        () -> {
          boolean first = closed(answerId, outcome, answer) || forgotten(answerId);
          if (first) {
            log.append(ended);
          }
          return first;
        });
  }

  private boolean closed(String answerId, Outcome outcome, @Nullable String answer) {
    return jdbc.sql(
                """
                UPDATE turn SET outcome = ?, answer = ?, closed_at = ?
                WHERE answer_id = ? AND outcome IS NULL AND forgotten = FALSE
                """)
            .param(outcome.code())
            .param(answer)
            .param(now())
            .param(answerId)
            .update()
        == 1;
  }

  /** The turn was forgotten while it was open: it ends by leaving nothing behind. */
  private boolean forgotten(String answerId) {
    return jdbc.sql("DELETE FROM turn WHERE answer_id = ? AND outcome IS NULL AND forgotten = TRUE")
            .param(answerId)
            .update()
        == 1;
  }

  @Override
  public boolean vote(String answerId, Vote vote, @Nullable String reason) {
    return inTransaction(
        () -> {
          Optional<String> conversation =
              jdbc.sql(
                      "SELECT conversation_id FROM turn WHERE answer_id = ? AND answer IS NOT NULL")
                  .param(answerId)
                  .query(String.class)
                  .optional();
          conversation.ifPresent(id -> recordVote(id, answerId, vote, reason));
          return conversation.isPresent();
        });
  }

  private void recordVote(
      String conversationId, String answerId, Vote vote, @Nullable String reason) {
    String code = vote.name().toLowerCase(Locale.ROOT);
    jdbc.sql(
            """
            INSERT INTO feedback (answer_id, vote, reason, voted_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (answer_id) DO UPDATE
            SET vote = excluded.vote, reason = excluded.reason, voted_at = excluded.voted_at
            """)
        .param(answerId)
        .param(code)
        .param(reason)
        .param(now())
        .update();
    log.append(
        Interaction.feedback(
            eventIds.generate(), clock.instant(), conversationId, answerId, code, reason));
  }

  @Override
  public void forget(String conversationId) {
    inTransaction(
        () -> {
          for (String statement : FORGET) {
            jdbc.sql(statement).param(conversationId).update();
          }
          return FORGET.size();
        });
  }

  @Override
  public List<Boolean> record(List<Interaction> events) {
    return inTransaction(() -> events.stream().map(log::append).toList());
  }

  @Override
  public void beat() {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    INSERT INTO node (node, beats) VALUES (?, 1)
                    ON CONFLICT (node) DO UPDATE SET beats = node.beats + 1
                    """)
                .param(process)
                .update());
  }

  @Override
  public Map<String, Long> others() {
    return reading(
        () -> {
          Map<String, Long> beats = new HashMap<>();
          jdbc.sql(
                  """
                  SELECT DISTINCT coalesce(turn.node, '') AS node, coalesce(beats, 0) AS beats
                  FROM turn LEFT JOIN node ON node.node = turn.node
                  WHERE outcome IS NULL AND coalesce(turn.node, '') <> ?
                  """)
              .param(process)
              .query(
                  (ResultSet row) -> {
                    beats.put(row.getString("node"), row.getLong("beats"));
                  });
          return Map.copyOf(beats);
        });
  }

  @Override
  public int closeAbandoned(Set<String> processes) {
    int closed = 0;
    for (String dead : processes) {
      closed += inTransaction(() -> closeTurnsOf(dead));
    }
    return closed;
  }

  private int closeTurnsOf(String dead) {
    List<Row> open =
        jdbc
            .sql(
                """
                SELECT answer_id, conversation_id, request_hash, outcome, answer FROM turn
                WHERE outcome IS NULL AND coalesce(node, '') = ?
                """)
            .param(dead)
            .query(Row.class)
            .list()
            .stream()
            .filter(Objects::nonNull)
            .toList();
    // Another process may be sweeping, too: who closes a turn counts it.
    int closed = (int) open.stream().filter(this::closeAsError).count();
    jdbc.sql("DELETE FROM node WHERE node = ?").param(dead).update();
    return closed;
  }

  private boolean closeAsError(Row row) {
    return close(
        row.answerId(),
        Outcome.ERROR,
        null,
        Interaction.failure(
            eventIds.generate(),
            clock.instant(),
            row.conversationId(),
            row.answerId(),
            Outcome.ERROR));
  }

  @Override
  public int deleteTexts(Instant before) {
    long time = before.toEpochMilli();
    return inTransaction(
        () -> {
          jdbc.sql(
                  "DELETE FROM feedback WHERE answer_id IN (SELECT answer_id FROM turn WHERE"
                      + " opened_at < ?)")
              .param(time)
              .update();
          jdbc.sql("DELETE FROM turn WHERE opened_at < ? AND outcome IS NOT NULL")
              .param(time)
              .update();
          return jdbc.sql(
                  "DELETE FROM interaction_text WHERE event_id IN (SELECT event_id FROM interaction"
                      + " WHERE at < ?)")
              .param(time)
              .update();
        });
  }

  private <T> T reading(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      throw failure(e);
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (DataAccessException | TransactionException e) {
      throw failure(e);
    }
  }

  private static LedgerFailureException failure(NestedRuntimeException e) {
    return new LedgerFailureException(e, Outage.is(e));
  }

  private long now() {
    return clock.millis();
  }

  private record Row(
      String answerId,
      String conversationId,
      String requestHash,
      @Nullable String outcome,
      @Nullable String answer) {}
}
