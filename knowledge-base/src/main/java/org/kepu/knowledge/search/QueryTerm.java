package org.kepu.knowledge.search;

import java.util.List;
import java.util.Objects;

/**
 * A word of a question: a Han character, a pair of them, or a word in another script.
 *
 * @param text as it is matched, see {@link org.kepu.knowledge.text.TextForms#forMatching}
 * @param weight its inverse document frequency, ln(1 + (N − n + ½) / (n + ½)); 0 or more
 */
public record QueryTerm(String text, double weight) {

  public QueryTerm {
    Objects.requireNonNull(text, "text");
  }

  /**
   * The share of the weight of {@code terms} that stands in {@code text}.
   *
   * @param text in the form for matching
   * @return 0 to 1; 0 if there are no terms
   */
  public static double coverage(List<QueryTerm> terms, String text) {
    double all = 0;
    double found = 0;
    for (QueryTerm term : terms) {
      all += term.weight();
      if (text.contains(term.text())) {
        found += term.weight();
      }
    }
    return all == 0 ? 0 : found / all;
  }
}
