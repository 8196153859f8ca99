package org.kepu.assistant.grounding;

import java.util.List;
import java.util.Objects;

/** What the gate says of a sentence. */
public sealed interface Ruling {

  /**
   * It may leave.
   *
   * @param by the places that say it, one at least; two where it joins what two places say
   */
  record Supported(List<Support> by) implements Ruling {
    public Supported {
      by = List.copyOf(by);
      if (by.isEmpty()) {
        throw new IllegalArgumentException("What is supported has a place that supports it");
      }
    }
  }

  /**
   * It may not.
   *
   * @param reason what is wrong with it
   * @param what the part of it that no place gives, in the form for matching
   */
  record Stopped(Reason reason, String what) implements Ruling {
    public Stopped {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(what, "what");
    }
  }

  /** Why a sentence is stopped. */
  enum Reason {
    /** No place in the cited passages speaks of this. */
    UNRELATED,
    /** A number, with its unit, or a date is not there, or belongs to something else. */
    QUANTITY,
    /** A name is not there. */
    NAME,
    /** A word in Latin letters is not there. */
    LATIN,
    /** The place says the opposite. */
    POLARITY
  }
}
