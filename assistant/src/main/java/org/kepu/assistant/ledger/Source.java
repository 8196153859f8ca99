package org.kepu.assistant.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How heads were counted; of several for one activity the first of these counts. */
public enum Source {
  GATE,
  SIGN_IN,
  MANUAL,
  /** A platform: of entries that are no heads. */
  PLATFORM;

  /** The name on the wire and in tables. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
