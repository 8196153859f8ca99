package org.kepu.evaluation.reading;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * How well a predicted answer matches the right ones, as the CMRC 2018 evaluation script counts
 * (Cui et al., “A Span-Extraction Dataset for Chinese Machine Reading Comprehension”, 2019):
 * without punctuation and case; F1 over the longest common run of characters; the best of the right
 * answers counts.
 */
final class AnswerMatch {

  private AnswerMatch() {}

  /** 1 if {@code predicted} is one of {@code right}, else 0. */
  static double exact(String predicted, List<String> right) {
    return best(predicted, right, (one, other) -> one.equals(other) ? 1 : 0);
  }

  /** The harmonic mean of precision and recall, 0 to 1. */
  static double f1(String predicted, List<String> right) {
    return best(predicted, right, AnswerMatch::overlap);
  }

  private static double best(
      String predicted, List<String> right, ToDoubleBiFunction<String, String> match) {
    return right.stream()
        .mapToDouble(answer -> match.applyAsDouble(plain(predicted), plain(answer)))
        .max()
        .orElse(0);
  }

  private static double overlap(String predicted, String right) {
    int common = longestCommonRun(predicted, right);
    if (common == 0) {
      return 0;
    }
    double precision = (double) common / predicted.length();
    double recall = (double) common / right.length();
    return 2 * precision * recall / (precision + recall);
  }

  private static int longestCommonRun(String one, String other) {
    int longest = 0;
    int[] above = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int[] row = new int[other.length() + 1];
      for (int j = 0; j < other.length(); j++) {
        if (one.charAt(i) == other.charAt(j)) {
          row[j + 1] = above[j] + 1;
          longest = Math.max(longest, row[j + 1]);
        }
      }
      above = row;
    }
    return longest;
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
