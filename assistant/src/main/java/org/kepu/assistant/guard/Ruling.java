package org.kepu.assistant.guard;

import java.util.Objects;

/** What the guard says of a question. */
public sealed interface Ruling {

  /** Answer it. */
  record Clear() implements Ruling {}

  /** Answer it only if it is about the collection's subjects. */
  record Doubted() implements Ruling {}

  /** Somebody may be in danger: help is given in written words, and nothing else is said. */
  record Crisis(Concern concern) implements Ruling {
    public Crisis {
      if (!concern.emergency()) {
        throw new IllegalArgumentException(concern + " is no emergency, refuse instead");
      }
    }
  }

  /** It is not answered here, and the visitor is told so politely. */
  record Refused(Concern concern) implements Ruling {
    public Refused {
      if (concern.emergency()) {
        throw new IllegalArgumentException(concern + " is an emergency, help instead");
      }
    }
  }

  /** What follows from a concern. */
  static Ruling of(Concern concern) {
    Objects.requireNonNull(concern, "concern");
    return concern.emergency() ? new Crisis(concern) : new Refused(concern);
  }
}
