package org.kepu.evaluation.collection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kepu.evaluation.data.HomeQuestion;

/**
 * How much questions repeat the headings they ask for. A bank that repeats them measures how well
 * words are matched, not how well visitors are understood.
 */
public final class HeadingOverlap {

  private HeadingOverlap() {}

  /**
   * The mean, over each question and each section that answers it, of their Jaccard overlap; 0 if
   * there are none.
   */
  public static double mean(List<HomeQuestion> questions) {
    return questions.stream()
        .flatMap(
            question ->
                question.sections().stream()
                    .map(
                        section ->
                            of(question.question(), section.substring(section.indexOf('#') + 1))))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  /** The share of the character pairs of either text that both have, 0 to 1. */
  public static double of(String question, String heading) {
    Set<String> either = pairs(question);
    Set<String> other = pairs(heading);
    Set<String> both = new HashSet<>(either);
    both.retainAll(other);
    either.addAll(other);
    return either.isEmpty() ? 0 : (double) both.size() / either.size();
  }

  private static Set<String> pairs(String text) {
    String letters = text.replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < letters.length(); i++) {
      pairs.add(letters.substring(i, i + 2));
    }
    return pairs;
  }
}
