package org.kepu.assistant.educator.item;

import java.util.Locale;

/** What an item asks of a mind, by Bloom's revised levels. */
public enum Bloom {
  REMEMBER("记忆"),
  UNDERSTAND("理解"),
  APPLY("应用"),
  ANALYSE("分析"),
  EVALUATE("评价"),
  CREATE("创造");

  private final String label;

  Bloom(String label) {
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
