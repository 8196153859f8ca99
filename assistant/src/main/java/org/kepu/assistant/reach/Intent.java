package org.kepu.assistant.reach;

import java.util.Locale;

/** What a visitor's turn is about. */
public enum Intent {
  KNOWLEDGE,
  PRACTICAL,
  EDUCATOR,
  GREETING,
  ABUSE,
  /** What must be refused or met with help: harm, crisis, matters out of scope. */
  RISK;

  /** The name in the log. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks for something, and so counts as a question. */
  public boolean asks() {
    return this != GREETING && this != ABUSE;
  }

  /** Whether an answer is owed: the denominator of the answered rate. */
  public boolean answerable() {
    return this == KNOWLEDGE || this == PRACTICAL || this == EDUCATOR;
  }
}
