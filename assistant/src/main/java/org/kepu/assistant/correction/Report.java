package org.kepu.assistant.correction;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report as an editor sees it.
 *
 * @param question what was asked, null where it was not kept
 * @param answer the whole answer as JSON, as it was given
 * @param text the visitor's words
 * @param venue where it was asked, null where that is unknown
 * @param assignee the name of the account that looks after it, null for nobody
 * @param due until when it should be closed
 */
public record Report(
    Ticket ticket,
    @Nullable String question,
    String answer,
    String text,
    @Nullable String venue,
    @Nullable String assignee,
    Instant due) {

  /** How long a report may wait where nobody said another day. */
  public static final Duration PATIENCE = Duration.ofDays(7);

  public Report {
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(due, "due");
  }
}
