package org.kepu.assistant.answer.llm.jdbc;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.kepu.assistant.answer.llm.ModelFailureException;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;
import org.kepu.assistant.answer.llm.Spending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row a day, or a row a day and whoever has a share of it. Setting aside is one conditional
 * update, which the database makes atomic.
 */
public final class JdbcSpending implements Spending {

  private static final Logger log = LoggerFactory.getLogger(JdbcSpending.class);
  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final long limit;
  private final Book book;
  private final String who;

  /**
   * All calls of a day.
   *
   * @param limit tokens a day; 0: no limit, but all is counted
   */
  public JdbcSpending(JdbcClient jdbc, InstantSource clock, long limit) {
    this(jdbc, clock, limit, Book.OF_DAYS, "");
  }

  /**
   * One's share of a day's calls.
   *
   * @param who has it; two shares of one name are the same
   * @param limit tokens a day; 0: no limit, but all is counted
   */
  public JdbcSpending(JdbcClient jdbc, InstantSource clock, String who, long limit) {
    this(jdbc, clock, limit, Book.OF_SHARES, who);
  }

  private JdbcSpending(JdbcClient jdbc, InstantSource clock, long limit, Book book, String who) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.limit = limit == 0 ? Long.MAX_VALUE : limit;
    this.book = book;
    this.who = who;
  }

  /**
   * Forgets the shares of days before {@code day}: they are accounts' doings, and count no more.
   */
  public static int forgetSharesBefore(JdbcClient jdbc, LocalDate day) {
    return jdbc.sql("DELETE FROM model_share WHERE day < ?").param(day.toString()).update();
  }

  @Override
  public Optional<Reservation> reserve(long tokens) {
    LocalDate today = LocalDate.now(clock.withZone(ACADEMY));
    try {
      statement(book.opening, today).update();
      int reserved =
          statement(book.reserving, today).param("tokens", tokens).param("limit", limit).update();
      return reserved == 1 ? Optional.of(new Reservation(today, tokens)) : Optional.empty();
    } catch (DataAccessException e) {
      throw new ModelFailureException(Kind.OVER_BUDGET, "The budget cannot be read", e);
    }
  }

  @Override
  public void settle(Reservation reservation, long used) {
    try {
      statement(book.settling, reservation.day())
          .param("tokens", reservation.tokens())
          .param("used", used)
          .update();
    } catch (DataAccessException e) {
      log.warn("{} tokens stay set aside, {} were used", reservation.tokens(), used, e);
    }
  }

  private JdbcClient.StatementSpec statement(String sql, LocalDate day) {
    return jdbc.sql(sql).param("day", day.toString()).param("who", who);
  }

  private enum Book {
    OF_DAYS(
        "INSERT INTO model_spending (day, reserved, used) VALUES (:day, 0, 0) ON CONFLICT (day) DO NOTHING",
        "model_spending",
        "day = :day"),
    OF_SHARES(
        """
        INSERT INTO model_share (day, who, reserved, used) VALUES (:day, :who, 0, 0)
        ON CONFLICT (day, who) DO NOTHING
        """,
        "model_share",
        "day = :day AND who = :who");

    private final String opening;
    private final String reserving;
    private final String settling;

    Book(String opening, String table, String row) {
      this.opening = opening;
      this.reserving =
          "UPDATE %s SET reserved = reserved + :tokens WHERE %s AND used + reserved <= :limit - :tokens"
              .formatted(table, row);
      this.settling =
          "UPDATE %s SET reserved = reserved - :tokens, used = used + :used WHERE %s"
              .formatted(table, row);
    }
  }
}
