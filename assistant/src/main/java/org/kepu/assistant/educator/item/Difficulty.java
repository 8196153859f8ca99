package org.kepu.assistant.educator.item;

import java.util.Locale;

/** How hard an item is thought to be: an estimate, until pupils have tried it. */
public enum Difficulty {
  EASY("容易"),
  MEDIUM("中等"),
  HARD("较难");

  private final String label;

  Difficulty(String label) {
    this.label = label;
  }

  /** The name on papers. */
  public String label() {
    return label;
  }

  /** The name in JSON and files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
