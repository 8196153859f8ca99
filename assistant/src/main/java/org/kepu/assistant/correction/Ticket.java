package org.kepu.assistant.correction;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report and what became of it, as anyone with its number may see it: nothing of what was said.
 *
 * @param number what the visitor keeps
 * @param state how far it has come
 * @param filedAt when it was reported
 * @param changedAt when its state last changed, {@code filedAt} before the first change
 * @param reply an editor's words to the visitor, null where there are none
 */
public record Ticket(
    TicketNumber number,
    TicketState state,
    Instant filedAt,
    Instant changedAt,
    @Nullable String reply) {

  public Ticket {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(filedAt, "filedAt");
    Objects.requireNonNull(changedAt, "changedAt");
  }
}
