package org.kepu.assistant.educator.gate;

import java.util.Locale;
import java.util.Objects;

/**
 * Why an item is not sound.
 *
 * @param reason the gate's rule it breaks
 * @param what the part of the item that breaks it, for an educator to read
 */
public record Objection(Reason reason, String what) {

  public Objection {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(what, "what");
  }

  /** The rules, in the order in which they are checked. */
  public enum Reason {
    /** The quote does not stand where the item says it does. */
    SPAN("依据的位置对不上原文"),
    /** The text it rests on may no longer be quoted. */
    EXPIRED("依据的文章已过期"),
    /** The text speaks of what a mistake about may hurt. */
    RISKY("涉及急救、用药等不宜出题的内容"),
    /** What a model wrote has words that the guard turns visitors' questions away for. */
    UNFIT("有不宜对学生说的话"),
    /** The quoted text does not say what the key says. */
    KEY_UNSUPPORTED("依据没有说出答案"),
    /** Asked again, the reader finds something else in the quoted text. */
    KEY_NOT_READ("只看依据读不出这个答案"),
    /** A text of the collection says that a wrong option is right. */
    DISTRACTOR_SUPPORTED("错误选项可能是对的"),
    /** Length, form or the stem tell which option is right. */
    GIVEAWAY("题面透露了答案"),
    /** The stem or an option is too short, too long or not of one kind with the others. */
    FORM("题面不合格式"),
    /** The same is asked already. */
    DUPLICATE("与前面的题重复");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The rule in an educator's words. */
    public String label() {
      return label;
    }

    /** The name in JSON and files. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
