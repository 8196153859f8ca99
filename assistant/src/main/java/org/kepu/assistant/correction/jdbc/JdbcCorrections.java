package org.kepu.assistant.correction.jdbc;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.conversation.LedgerFailureException;
import org.kepu.assistant.correction.Correction;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.Report;
import org.kepu.assistant.correction.Ticket;
import org.kepu.assistant.correction.TicketNumber;
import org.kepu.assistant.correction.TicketState;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** A row a ticket, with a copy of what it is about. */
public final class JdbcCorrections implements Corrections {

  private static final String TICKET =
      "SELECT number, conversation_id, state, filed_at, changed_at, reply FROM correction WHERE ";

  private static final String REPORT =
      """
      SELECT number, conversation_id, state, filed_at, changed_at, reply, question, answer, text,
        assignee, due_at,
        (SELECT MIN(venue) FROM interaction
         WHERE interaction.conversation_id = correction.conversation_id
           AND interaction.answer_id = correction.answer_id AND type = 'question') AS venue
      FROM correction
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final InteractionLog log;
  private final InstantSource clock;
  private final RandomGenerator random = new SecureRandom();
  private final NoArgGenerator eventIds = Generators.timeBasedEpochGenerator();

  public JdbcCorrections(
      JdbcClient jdbc, TransactionOperations transaction, InteractionLog log, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Optional<Ticket> file(Correction correction) {
    return inTransaction(
        () -> {
          boolean isNew = insert(correction) == 1;
          Optional<Row> row = byWords(correction);
          if (isNew) {
            row.ifPresent(filed -> record(filed, correction));
          }
          return row.map(Row::ticket);
        });
  }

  private int insert(Correction correction) {
    return jdbc.sql(
            """
            INSERT INTO correction (
              number, answer_id, conversation_id, question, answer, text, state, filed_at, changed_at)
            SELECT ?, answer_id, conversation_id, question, answer, ?, ?, ?, ? FROM turn
            WHERE answer_id = ? AND answer IS NOT NULL
            ON CONFLICT (answer_id, text) DO NOTHING
            """)
        .param(TicketNumber.random(random).toString())
        .param(correction.text())
        .param(TicketState.RECEIVED.code())
        .param(clock.millis())
        .param(clock.millis())
        .param(correction.answerId())
        .update();
  }

  private void record(Row filed, Correction correction) {
    log.append(
        Interaction.correctionReport(
            eventIds.generate(), clock.instant(), filed.conversationId(), correction.answerId()));
  }

  private Optional<Row> byWords(Correction correction) {
    return jdbc.sql(TICKET + "answer_id = ? AND text = ?")
        .param(correction.answerId())
        .param(correction.text())
        .query(Row.class)
        .optional();
  }

  @Override
  public Optional<Ticket> find(TicketNumber number) {
    return inTransaction(() -> byNumber(number));
  }

  private Optional<Ticket> byNumber(TicketNumber number) {
    return jdbc.sql(TICKET + "number = ?")
        .param(number.toString())
        .query(Row.class)
        .optional()
        .map(Row::ticket);
  }

  @Override
  public Optional<Ticket> move(TicketNumber number, TicketState state, @Nullable String reply) {
    return inTransaction(
        () -> {
          jdbc.sql("UPDATE correction SET state = ?, reply = ?, changed_at = ? WHERE number = ?")
              .param(state.code())
              .param(reply)
              .param(clock.millis())
              .param(number.toString())
              .update();
          return byNumber(number);
        });
  }

  @Override
  public List<Report> list(boolean open, int most) {
    String states = open ? "('received', 'in_review')" : "('corrected', 'declined')";
    String order = open ? "filed_at, number" : "changed_at DESC, number";
    return inTransaction(
        () ->
            jdbc.sql("%s WHERE state IN %s ORDER BY %s LIMIT ?".formatted(REPORT, states, order))
                .param(most)
                .query((row, number) -> report(row))
                .list());
  }

  @Override
  public List<Report> within(Instant from, Instant to) {
    return inTransaction(
        () ->
            jdbc.sql(
                    REPORT
                        + """
                         WHERE (filed_at >= ? AND filed_at < ?) OR (changed_at >= ? AND changed_at < ?)
                        ORDER BY filed_at, number
                        """)
                .param(from.toEpochMilli())
                .param(to.toEpochMilli())
                .param(from.toEpochMilli())
                .param(to.toEpochMilli())
                .query((row, number) -> report(row))
                .list());
  }

  @Override
  public Optional<Report> report(TicketNumber number) {
    return inTransaction(
        () ->
            jdbc.sql(REPORT + " WHERE number = ?")
                .param(number.toString())
                .query((row, count) -> report(row))
                .optional());
  }

  private static Report report(ResultSet row) throws SQLException {
    Ticket ticket =
        new Row(
                row.getString("number"),
                row.getString("conversation_id"),
                row.getString("state"),
                row.getLong("filed_at"),
                row.getLong("changed_at"),
                row.getString("reply"))
            .ticket();
    long due = row.getLong("due_at");
    return new Report(
        ticket,
        row.getString("question"),
        row.getString("answer"),
        row.getString("text"),
        row.getString("venue"),
        row.getString("assignee"),
        row.wasNull() ? ticket.filedAt().plus(Report.PATIENCE) : Instant.ofEpochMilli(due));
  }

  @Override
  public void assign(TicketNumber number, @Nullable String assignee, Instant due) {
    inTransaction(
        () ->
            jdbc.sql("UPDATE correction SET assignee = ?, due_at = ? WHERE number = ?")
                .param(assignee)
                .param(due.toEpochMilli())
                .param(number.toString())
                .update());
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (DataAccessException | TransactionException e) {
      throw new LedgerFailureException(e, false);
    }
  }

  private record Row(
      String number,
      String conversationId,
      String state,
      long filedAt,
      long changedAt,
      @Nullable String reply) {

    Ticket ticket() {
      return new Ticket(
          TicketNumber.parse(number).orElseThrow(),
          TicketState.valueOf(state.toUpperCase(Locale.ROOT)),
          Instant.ofEpochMilli(filedAt),
          Instant.ofEpochMilli(changedAt),
          reply);
    }
  }
}
