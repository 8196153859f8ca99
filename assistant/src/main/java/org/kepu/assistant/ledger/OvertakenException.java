package org.kepu.assistant.ledger;

import java.io.Serial;

/** Somebody changed, between the look at a table and its keeping, what it belongs to. */
public final class OvertakenException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final String name;

  OvertakenException(String name) {
    super("“%s” was changed while a table was kept; please hand it in again".formatted(name));
    this.name = name;
  }

  /** What was changed: an activity or a programme. */
  public String name() {
    return name;
  }
}
