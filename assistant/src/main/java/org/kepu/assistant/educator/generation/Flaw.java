package org.kepu.assistant.educator.generation;

import java.util.Locale;

/** Why something that a model wrote is no draft, so that no gate can judge it. */
public enum Flaw {
  /** It is no JSON, or not of the shape that was asked for. */
  SHAPE("不是约定的格式"),
  /** Its kind was not asked for, or is none. */
  KIND("题型不在所要之列"),
  /** Something is missing, empty, or there too seldom. */
  INCOMPLETE("缺少内容"),
  /** A text or a list is longer than anything a pupil is given. */
  TOO_LONG("过长"),
  /** It has an address, markup or signs that no question has. */
  MARKUP("含有网址或代码"),
  /** What it quotes does not stand in the section, to the character. */
  QUOTE("引文在原文里找不到"),
  /** Its key does not stand in the quote, or is not in what is said to hold. */
  UNTIED("答案没有落在引文里"),
  /** What it says to hold is said in words that the text does not have. */
  OWN_WORDS("用了原文没有的说法");

  private final String label;

  Flaw(String label) {
    this.label = label;
  }

  /** The reason in an educator's words. */
  public String label() {
    return label;
  }

  /** The name in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
