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

/** A row a day. Setting aside is one conditional update, which the database makes atomic. */
public final class JdbcSpending implements Spending {

  private static final Logger log = LoggerFactory.getLogger(JdbcSpending.class);
  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final long limit;

  /**
   * @param limit tokens a day; 0: no limit, but all is counted
   */
  public JdbcSpending(JdbcClient jdbc, InstantSource clock, long limit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.limit = limit == 0 ? Long.MAX_VALUE : limit;
  }

  @Override
  public Optional<Reservation> reserve(long tokens) {
    LocalDate today = LocalDate.now(clock.withZone(ACADEMY));
    try {
      jdbc.sql(
              "INSERT INTO model_spending (day, reserved, used) VALUES (?, 0, 0) ON CONFLICT (day) DO NOTHING")
          .param(today.toString())
          .update();
      int reserved =
          jdbc.sql(
                  """
                  UPDATE model_spending SET reserved = reserved + ?
                  WHERE day = ? AND used + reserved <= ? - ?
                  """)
              .param(tokens)
              .param(today.toString())
              .param(limit)
              .param(tokens)
              .update();
      return reserved == 1 ? Optional.of(new Reservation(today, tokens)) : Optional.empty();
    } catch (DataAccessException e) {
      throw new ModelFailureException(Kind.OVER_BUDGET, "The budget cannot be read", e);
    }
  }

  @Override
  public void settle(Reservation reservation, long used) {
    try {
      jdbc.sql("UPDATE model_spending SET reserved = reserved - ?, used = used + ? WHERE day = ?")
          .param(reservation.tokens())
          .param(used)
          .param(reservation.day().toString())
          .update();
    } catch (DataAccessException e) {
      log.warn("{} tokens stay set aside, {} were used", reservation.tokens(), used, e);
    }
  }
}
