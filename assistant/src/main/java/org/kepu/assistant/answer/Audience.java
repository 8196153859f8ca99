package org.kepu.assistant.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whom an answer is for, as the visitor chose. */
public enum Audience {
  CHILD,
  GENERAL,
  ELDER,
  EDUCATOR;

  /** Whom documents for this audience are written for. */
  public org.kepu.knowledge.document.Audience ofDocuments() {
    return switch (this) {
      case CHILD -> org.kepu.knowledge.document.Audience.CHILD;
      case GENERAL, ELDER, EDUCATOR -> org.kepu.knowledge.document.Audience.GENERAL;
    };
  }

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
