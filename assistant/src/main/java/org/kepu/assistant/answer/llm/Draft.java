package org.kepu.assistant.answer.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts what a model writes into sentences with the numbers of the passages they rest on. Sentences
 * come out as soon as they are whole: at the marks after a sentence's end, once what follows is
 * seen. Not for use by several threads.
 */
final class Draft {

  /** [1], [1][3], [1, 3], 【1】, [资料1], [1-3]. */
  private static final String MARK =
      "(?:[\\[【［]\\s*(?:资料|来源)?\\s*\\d{1,2}(?:\\s*[,，、;；~～\\-–—]\\s*(?:资料|来源)?\\s*\\d{1,2}){0,9}\\s*[]】］]\\s*)";

  private static final String OPENING = "\\[【［";
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\G\\s*(.+?(?:[。！？]|[.!?](?=\\s|[%2$s]|$))[”’」』）)\"]*+)\\s*(%1$s{0,20}+)(?=[^\\s%2$s])"
              .formatted(MARK, OPENING),
          Pattern.DOTALL);
  private static final Pattern LAST =
      Pattern.compile("\\s*(.+?)\\s*(%s{0,20}+)[。.]?\\s*".formatted(MARK), Pattern.DOTALL);
  private static final Pattern MARKS = Pattern.compile(MARK);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})(?:\\s*[~～\\-–—]\\s*(\\d{1,2}))?");

  private final StringBuilder pending = new StringBuilder();

  /** The sentences that became whole with these words. */
  List<Claim> add(String words) {
    pending.append(words);
    List<Claim> claims = new ArrayList<>();
    Matcher sentence = SENTENCE.matcher(pending);
    int read = 0;
    while (sentence.find()) {
      claims.add(claim(sentence.group(1), sentence.group(2)));
      read = sentence.end();
    }
    pending.delete(0, read);
    return claims;
  }

  /** What is left once the model is done. */
  List<Claim> finish() {
    List<Claim> claims = new ArrayList<>(add("\n\u2060"));
    Matcher last = LAST.matcher(pending.toString().replace("\u2060", ""));
    if (last.matches() && !last.group(1).isBlank()) {
      claims.add(claim(last.group(1), last.group(2)));
    }
    pending.setLength(0);
    return claims;
  }

  /** Marks may stand before the full stop as well as after it. */
  private static Claim claim(String text, String marks) {
    return new Claim(
        MARKS.matcher(text).replaceAll("").strip(),
        MARKS
            .matcher(text + marks)
            .results()
            .flatMap(mark -> NUMBERS.matcher(mark.group()).results())
            .flatMap(Draft::numbers)
            .distinct()
            .toList());
  }

  private static Stream<Integer> numbers(MatchResult match) {
    int first = Integer.parseInt(match.group(1));
    int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
    return IntStream.rangeClosed(first, last).boxed();
  }

  /**
   * A sentence as the model wrote it.
   *
   * @param text without its marks
   * @param passages the numbers it gave, from 1; they may be wrong
   */
  record Claim(String text, List<Integer> passages) {
    Claim {
      passages = List.copyOf(passages);
    }
  }
}
