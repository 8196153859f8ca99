package org.kepu.knowledge.ranking;

import java.util.List;
import org.kepu.knowledge.search.QueryTerm;

/**
 * How well the best passage found fits the question, in measures that compare across questions.
 *
 * @param cosine of the question and the passage's nearest window, −1 to 1
 * @param coverage the share, by weight, of the question's words that stand in the passage, its
 *     heading and its title, 0 to 1
 */
public record Evidence(double cosine, double coverage) {

  private static final double INTERCEPT = -12;
  private static final double COSINE = 14;
  private static final double COVERAGE = 6;

  /** Nothing was found. */
  public static final Evidence NONE = new Evidence(-1, 0);

  /**
   * How likely the passage answers the question, 0 to 1: a logistic function of both measures,
   * fitted by {@code evaluation calibrate} on the calibration half of the home questions.
   */
  public double strength() {
    return 1 / (1 + Math.exp(-(INTERCEPT + COSINE * cosine + COVERAGE * coverage)));
  }

  /** The measures in the order that {@link #strength()} weighs them. */
  public double[] measures() {
    return new double[] {cosine, coverage};
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
