package org.kepu.assistant.correction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a ticket has come. */
public enum TicketState {
  /** Nobody has looked at it yet. */
  RECEIVED,
  /** An editor is at it. */
  IN_REVIEW,
  /** The visitor was right, and the content has been put right. */
  CORRECTED,
  /** The content stands; the reply says why. */
  DECLINED;

  /** Whether somebody still has to do something. */
  public boolean open() {
    return this == RECEIVED || this == IN_REVIEW;
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
