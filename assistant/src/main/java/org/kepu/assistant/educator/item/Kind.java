package org.kepu.assistant.educator.item;

import java.util.Locale;

/** How an item is answered. */
public enum Kind {
  SINGLE_CHOICE("单项选择题"),
  MULTIPLE_CHOICE("多项选择题"),
  TRUE_FALSE("判断题"),
  FILL_IN("填空题"),
  SHORT_ANSWER("简答题"),
  ORDERING("排序题"),
  MATCHING("连线题"),
  HANDS_ON("动手任务"),
  ORAL("口头任务");

  private final String label;

  Kind(String label) {
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

  /** Whether pupils answer it on paper; the two youngest years have no written tests. */
  public boolean written() {
    return this != HANDS_ON && this != ORAL;
  }
}
