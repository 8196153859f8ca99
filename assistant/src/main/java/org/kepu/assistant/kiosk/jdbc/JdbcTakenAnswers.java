package org.kepu.assistant.kiosk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.kiosk.TakenAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row an answer. The answer leaves it when it is opened, or when its time is over. */
public final class JdbcTakenAnswers implements TakenAnswers {

  /** So long it is known of a code that it was used. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcTakenAnswers(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void keep(String tokenHash, Taken taken, Instant expires) {
    jdbc.sql(
            """
            INSERT INTO taken_answer (
              token_hash, conversation_id, answer_id, terminal, venue, hall, exhibit, answer,
              expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(tokenHash)
        .param(taken.conversationId())
        .param(taken.answerId())
        .param(taken.terminal())
        .param(taken.venue())
        .param(taken.hall())
        .param(taken.exhibit())
        .param(taken.answer())
        .param(expires.toEpochMilli())
        .update();
  }

  @Override
  public Opening open(String tokenHash, Instant now) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // Of two that open it at once, one marks it first, and the other finds it spent.
              boolean first =
                  jdbc.sql(
                              """
                              UPDATE taken_answer SET opened_at = ?
                              WHERE token_hash = ? AND opened_at IS NULL AND expires_at > ?
                                AND answer IS NOT NULL
                              """)
                          .param(now.toEpochMilli())
                          .param(tokenHash)
                          .param(now.toEpochMilli())
                          .update()
                      == 1;
              Optional<Row> row =
                  jdbc.sql("SELECT * FROM taken_answer WHERE token_hash = ?")
                      .param(tokenHash)
                      .query((found, number) -> Row.of(found))
                      .optional();
              if (!first) {
                return row.filter(Row::opened).isPresent()
                    ? new Opening.Spent()
                    : new Opening.Gone();
              }
              jdbc.sql("UPDATE taken_answer SET answer = NULL WHERE token_hash = ?")
                  .param(tokenHash)
                  .update();
              return new Opening.Opened(row.orElseThrow().taken());
            }));
  }

  @Override
  public void forget(Instant now) {
    jdbc.sql("UPDATE taken_answer SET answer = NULL WHERE expires_at <= ? AND answer IS NOT NULL")
        .param(now.toEpochMilli())
        .update();
    jdbc.sql("DELETE FROM taken_answer WHERE expires_at <= ?")
        .param(now.minus(REMEMBERED).toEpochMilli())
        .update();
  }

  private record Row(
      boolean opened,
      String conversationId,
      String answerId,
      @Nullable String terminal,
      @Nullable String venue,
      @Nullable String hall,
      @Nullable String exhibit,
      @Nullable String answer) {

    static Row of(ResultSet row) throws SQLException {
      row.getLong("opened_at");
      boolean opened = !row.wasNull();
      return new Row(
          opened,
          row.getString("conversation_id"),
          row.getString("answer_id"),
          row.getString("terminal"),
          row.getString("venue"),
          row.getString("hall"),
          row.getString("exhibit"),
          row.getString("answer"));
    }

    Taken taken() {
      return new Taken(
          conversationId,
          answerId,
          terminal,
          venue,
          hall,
          exhibit,
          Objects.requireNonNull(answer, "the answer"));
    }
  }
}
