package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whom an answer is for, as the visitor chose. */
public enum Audience {
  CHILD,
  GENERAL,
  ELDER,
  EDUCATOR;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
