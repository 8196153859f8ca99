package org.kepu.evaluation.collection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kepu.evaluation.data.HomeQuestion;

/** How many questions of which sort there are. */
final class BankCounts {

  private BankCounts() {}

  /**
   * A sort of questions.
   *
   * @param file where they stand
   * @param style how they are worded
   * @param answerable whether the collection answers them
   */
  record Sort(String file, String style, boolean answerable) implements Comparable<Sort> {

    private static final Comparator<Sort> ORDER =
        Comparator.comparing(Sort::file)
            .thenComparing(Sort::style)
            .thenComparing(Sort::answerable, Comparator.reverseOrder());

    @Override
    public int compareTo(Sort other) {
      return ORDER.compare(this, other);
    }
  }

  /** Counts by sort: by file, then style, the answerable first. */
  static SortedMap<Sort, Integer> of(Map<String, List<HomeQuestion>> files) {
    SortedMap<Sort, Integer> counts = new TreeMap<>();
    files.forEach(
        (file, questions) ->
            questions.forEach(
                question ->
                    counts.merge(
                        new Sort(file, String.valueOf(question.style()), question.answerable()),
                        1,
                        Integer::sum)));
    return counts;
  }
}
