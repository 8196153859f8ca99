package org.kepu.assistant.gap;

import java.util.Objects;

/**
 * A question without a good answer, while its text is kept.
 *
 * @param eventId of its record in the interaction log
 * @param text as it was asked, personal data taken out
 */
public record Unanswered(String eventId, String text) {

  public Unanswered {
    Objects.requireNonNull(eventId, "eventId");
    Objects.requireNonNull(text, "text");
  }
}
