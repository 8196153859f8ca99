package org.kepu.assistant.conversation.jdbc;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns as rows; an end is a compare-and-set on the row. */
public final class JdbcTurnLedger implements TurnLedger {

  private static final String FAILED =
      "'%s', '%s'".formatted(Outcome.ERROR.code(), Outcome.CANCELLED.code());

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final InteractionLog log;
  private final InstantSource clock;
  private final NoArgGenerator eventIds = Generators.timeBasedEpochGenerator();

  public JdbcTurnLedger(
      JdbcClient jdbc, TransactionTemplate transaction, InteractionLog log, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Opening open(NewTurn turn, Interaction asked) {
    return inTransaction(
        () -> {
          int inserted =
              jdbc.sql(
                      """
                      INSERT INTO turn (
                        answer_id, conversation_id, request_id, request_hash, opened_at, question)
                      VALUES (?, ?, ?, ?, ?, ?)
                      ON CONFLICT (request_id) DO NOTHING
                      """)
                  .param(turn.answerId())
                  .param(turn.conversationId())
                  .param(turn.requestId())
                  .param(turn.requestHash())
                  .param(now())
                  .param(asked.text())
                  .update();
          if (inserted == 0) {
            return again(turn);
          }
          log.append(asked);
          return new Opening.Opened(turn.answerId(), turn.conversationId());
        });
  }

  /** The same request's id is known: what became of it. */
  private Opening again(NewTurn turn) {
    Row row =
        jdbc.sql(
                "SELECT answer_id, conversation_id, request_hash, outcome, answer FROM turn WHERE request_id = ?")
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
                "UPDATE turn SET outcome = NULL, closed_at = NULL WHERE answer_id = ? AND outcome IN (%s)"
                    .formatted(FAILED))
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
    return inTransaction(
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
          boolean first =
              jdbc.sql(
                          """
                          UPDATE turn SET outcome = ?, answer = ?, closed_at = ?
                          WHERE answer_id = ? AND outcome IS NULL
                          """)
                      .param(outcome.code())
                      .param(answer)
                      .param(now())
                      .param(answerId)
                      .update()
                  == 1;
          if (first) {
            log.append(ended);
          }
          return first;
        });
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
          // A turn that is still open must end, but not with what was asked in it.
          jdbc.sql("UPDATE turn SET question = NULL, understood = NULL WHERE conversation_id = ?")
              .param(conversationId)
              .update();
          return jdbc.sql("DELETE FROM turn WHERE conversation_id = ? AND outcome IS NOT NULL")
              .param(conversationId)
              .update();
        });
  }

  @Override
  public int closeAbandoned() {
    return inTransaction(
        () -> {
          List<Row> open =
              jdbc
                  .sql(
                      "SELECT answer_id, conversation_id, request_hash, outcome, answer FROM turn WHERE outcome IS NULL")
                  .query(Row.class)
                  .stream()
                  .filter(Objects::nonNull)
                  .toList();
          open.forEach(
              row ->
                  close(
                      row.answerId(),
                      Outcome.ERROR,
                      null,
                      Interaction.failure(
                          eventIds.generate(),
                          clock.instant(),
                          row.conversationId(),
                          row.answerId(),
                          Outcome.ERROR)));
          return open.size();
        });
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (DataAccessException | TransactionException e) {
      throw new LedgerFailureException(e);
    }
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
