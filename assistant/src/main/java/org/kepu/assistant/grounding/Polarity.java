package org.kepu.assistant.grounding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a sentence says the opposite of a place: it denies what the place affirms, affirms what
 * it denies, or turns a comparison round. A signal by words alone: it looks for the same predicate
 * with and without a negation, and for a word whose opposite stands in its stead.
 */
final class Polarity {

  private static final List<String> NEGATIONS =
      List.of("不", "不是", "没", "没有", "未", "并不", "并不是", "并没", "并非", "从不", "决不", "绝不");

  private static final String DENYING = "不没未非无别勿";

  private static final List<List<String>> OPPOSITES =
      List.of(
          List.of("最大", "最小"),
          List.of("最高", "最低"),
          List.of("最长", "最短"),
          List.of("最多", "最少"),
          List.of("最快", "最慢"),
          List.of("最早", "最晚"),
          List.of("最近", "最远"),
          List.of("最亮", "最暗"),
          List.of("最热", "最冷"),
          List.of("大于", "小于"),
          List.of("高于", "低于"),
          List.of("多于", "少于"),
          List.of("早于", "晚于"),
          List.of("超过", "不到"),
          List.of("超过", "不足"),
          List.of("以上", "以下"),
          List.of("以前", "以后"),
          List.of("之前", "之后"),
          List.of("上升", "下降"),
          List.of("增加", "减少"),
          List.of("变大", "变小"),
          List.of("升高", "降低"),
          List.of("东方", "西方"),
          List.of("南方", "北方"),
          List.of("北半球", "南半球"),
          List.of("顺时针", "逆时针"),
          List.of("雄性", "雌性"),
          List.of("公鹿", "母鹿"),
          List.of("有毒", "无毒"),
          List.of("容易", "困难"),
          List.of("相同", "不同"));

  private static final Pattern COMPARISON =
      Pattern.compile("比[^,。;:!?]{1,14}?(大|小|高|低|重|轻|长|短|快|慢|多|少|早|晚|近|远|亮|暗|热|冷|强|弱|厚|薄|深|浅)");

  private static final List<String> OPPOSITE_ADJECTIVES =
      List.of("大小", "高低", "重轻", "长短", "快慢", "多少", "早晚", "近远", "亮暗", "热冷", "强弱", "厚薄", "深浅");

  /** How many characters before and behind a word tell its place in a sentence. */
  private static final int CONTEXT = 2;

  private Polarity() {}

  /** The words in which {@code claim} contradicts {@code place}; both in the form for matching. */
  static Optional<String> contradiction(String claim, String place) {
    return turned(claim, place)
        .or(() -> comparedOtherwise(claim, place))
        .or(() -> deniedAlone(claim, place))
        .or(() -> deniedAlone(place, claim));
  }

  /** A word whose opposite stands in the place with the same words before or behind it. */
  private static Optional<String> turned(String claim, String place) {
    for (List<String> pair : OPPOSITES) {
      for (int i = 0; i < pair.size(); i++) {
        String word = pair.get(i);
        String opposite = pair.get(1 - i);
        for (int at = claim.indexOf(word); at >= 0; at = claim.indexOf(word, at + 1)) {
          if ((!place.contains(word) && !claim.contains(opposite) && place.contains(opposite))
              || turned(claim, at, word, opposite, place)) {
            return Optional.of(word);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean turned(String claim, int at, String word, String opposite, String place) {
    String before = claim.substring(Math.max(0, at - CONTEXT), at);
    int end = at + word.length();
    String after = claim.substring(end, Math.min(claim.length(), end + CONTEXT));
    return (before.length() == CONTEXT
            && place.contains(before + opposite)
            && !place.contains(before + word))
        || (after.length() == CONTEXT
            && place.contains(opposite + after)
            && !place.contains(word + after));
  }

  private static Optional<String> comparedOtherwise(String claim, String place) {
    String said = comparatives(claim);
    String given = comparatives(place);
    for (String pair : OPPOSITE_ADJECTIVES) {
      for (int i = 0; i < 2; i++) {
        char word = pair.charAt(i);
        char opposite = pair.charAt(1 - i);
        if (said.indexOf(word) >= 0 && given.indexOf(word) < 0 && given.indexOf(opposite) >= 0) {
          return Optional.of("比…" + word);
        }
      }
    }
    return Optional.empty();
  }

  private static String comparatives(String text) {
    StringBuilder adjectives = new StringBuilder();
    Matcher comparison = COMPARISON.matcher(text);
    while (comparison.find()) {
      adjectives.append(comparison.group(1));
    }
    return adjectives.toString();
  }

  /** What {@code one} denies and {@code other} says in the same words but for the negation. */
  private static Optional<String> deniedAlone(String one, String other) {
    return NEGATIONS.stream().flatMap(word -> deniedAlone(word, one, other)).findFirst();
  }

  private static Stream<String> deniedAlone(String negation, String one, String other) {
    return IntStream.iterate(
            one.indexOf(negation), at -> at >= 0, at -> one.indexOf(negation, at + 1))
        .mapToObj(at -> withoutNegation(one, at, at + negation.length()))
        .filter(words -> words.length() == 2 * CONTEXT)
        .filter(words -> affirms(other, words) && !affirms(one, words));
  }

  /** The words around a negation, without it: two before it, fewer where its clause begins. */
  private static String withoutNegation(String text, int start, int end) {
    int from = start;
    while (from > Math.max(0, start - CONTEXT)
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    int to = Math.min(text.length(), end + 2 * CONTEXT - (start - from));
    return text.substring(from, start) + text.substring(end, to);
  }

  private static boolean affirms(String text, String words) {
    return IntStream.iterate(text.indexOf(words), at -> at >= 0, at -> text.indexOf(words, at + 1))
        .anyMatch(at -> at == 0 || DENYING.indexOf(text.charAt(at - 1)) < 0);
  }
}
