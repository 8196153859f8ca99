package org.kepu.knowledge.search;

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
}
