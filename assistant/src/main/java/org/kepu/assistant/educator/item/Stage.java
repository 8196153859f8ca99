package org.kepu.assistant.educator.item;

import java.util.Locale;

/** The stages of the science curriculum standard of 2022, by school years. */
public enum Stage {
  YEARS_1_2("1~2年级"),
  YEARS_3_4("3~4年级"),
  YEARS_5_6("5~6年级"),
  YEARS_7_9("7~9年级");

  private final String label;

  Stage(String label) {
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

  /** Whether pupils of this stage may be given an item of {@code kind}. */
  public boolean admits(Kind kind) {
    return this != YEARS_1_2 || !kind.written();
  }

  /** The older of two. */
  public Stage atLeast(Stage other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
