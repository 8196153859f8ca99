package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a turn ended, in the words of the contract and of the interaction log. */
public enum Outcome {
  ANSWERED,
  PARTIAL,
  NO_SOURCE,
  CLARIFIED,
  REDIRECTED,
  REFUSED,
  CRISIS,
  /** In the log only: the caller got a problem detail instead of an answer. */
  ERROR,
  /** In the log only: the caller left before the end. */
  CANCELLED;

  /** The name on the wire and in the log. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
