package org.kepu.assistant.correction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.conversation.LedgerFailureException;

/**
 * The reports of visitors and what became of them.
 *
 * <p>A report keeps the question and the answer it is about, so that an editor can judge it after
 * the visitor's conversation was forgotten. Safe for use by several threads. Where the database
 * fails, every method throws {@link LedgerFailureException}.
 */
public interface Corrections {

  /**
   * Files a report, together with its record in the interaction log. The same words about the same
   * answer again give the same ticket and are recorded once.
   *
   * @return the ticket, empty if no such answer is known
   */
  Optional<Ticket> file(Correction correction);

  /** The ticket of a number, empty if there is none. */
  Optional<Ticket> find(TicketNumber number);

  /**
   * Moves a ticket on.
   *
   * @param reply what the visitor is told, null for nothing
   * @return the ticket as it is now, empty if there is none
   */
  Optional<Ticket> move(TicketNumber number, TicketState state, @Nullable String reply);

  /** The reports that are open, the oldest first, or those that are closed, the newest first. */
  List<Report> list(boolean open, int most);

  /** The reports that were filed or last changed from a moment up to and without another. */
  List<Report> within(Instant from, Instant to);

  /** The report of a number, empty if there is none. */
  Optional<Report> report(TicketNumber number);

  /**
   * Hands a report to an account.
   *
   * @param assignee the account's name, null for nobody
   * @param due until when it should be closed
   */
  void assign(TicketNumber number, @Nullable String assignee, Instant due);
}
