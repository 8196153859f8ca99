package org.kepu.assistant.answer.llm;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day's budget of tokens. What a call may cost is set aside before it and settled after it; a
 * call that is never settled, because the process ended, counts for what was set aside.
 *
 * <p>Safe for use by several threads and processes: what is set aside and used in a day never
 * passes the limit at the moment it is set aside.
 */
public interface Spending {

  /**
   * Sets tokens of today's budget aside.
   *
   * @return empty if fewer are left
   * @throws ModelFailureException if it cannot be told
   */
  Optional<Reservation> reserve(long tokens);

  /**
   * Puts what was used in a reservation's place. Where that cannot be written, the reservation
   * stands.
   */
  void settle(Reservation reservation, long used);

  /**
   * Tokens set aside.
   *
   * @param day of the budget they are taken from
   */
  record Reservation(LocalDate day, long tokens) {}
}
