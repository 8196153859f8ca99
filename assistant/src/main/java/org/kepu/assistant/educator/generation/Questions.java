package org.kepu.assistant.educator.generation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a statement into a question the Chinese way: the words that ask stand in the place of what
 * is asked for.
 */
final class Questions {

  /** What does not belong into a stem: the sentence goes on to liken or to repeat. */
  private static final Pattern UNFIT =
      Pattern.compile("相当于|好比|好像|就像|左右各|左右[长高宽大重]|分别|至少|不到|比如|例如|以上|以下|第[一二三]|等于|是，|从约|年代约");

  private static final int LONGEST = 56;

  private Questions() {}

  /**
   * The question whose answer stands at {@code start} to {@code end} of {@code text}. What follows
   * the answer's clause is left out; what goes before stays, for it says what is spoken of.
   *
   * @param asking what stands in the answer's place
   */
  static Optional<String> asking(String text, int start, int end, String asking) {
    int clauseEnd = endOfClause(text, end);
    String before = text.substring(0, start);
    String after = text.substring(end, clauseEnd);
    String stem = before + asking + after;
    boolean fits =
        stem.length() <= LONGEST
            && !after.matches("的[^，]{1,8}")
            && !(before.isEmpty() && after.startsWith("是"))
            && !before.endsWith("每往下")
            && !before.endsWith("每往上")
            && !UNFIT.matcher(stem).find()
            && closed(stem)
            && !stem.contains("（");
    return fits ? Optional.of(stem + "？") : Optional.empty();
  }

  /** What the question's answer makes a statement again. */
  static String statement(String text, int start, int end, String answer) {
    return text.substring(0, start) + answer + text.substring(end, endOfClause(text, end)) + "。";
  }

  private static int endOfClause(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "（“《".indexOf(c) >= 0 ? 1 : "）”》".indexOf(c) >= 0 ? -1 : 0;
      if (depth <= 0 && "，。；：".indexOf(c) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean closed(String text) {
    return text.chars().filter(c -> "（“《".indexOf(c) >= 0).count()
        == text.chars().filter(c -> "）”》".indexOf(c) >= 0).count();
  }
}
