package org.kepu.knowledge.ranking;

import java.util.List;
import org.kepu.knowledge.search.QueryTerm;

/**
 * How well the best passage found fits the question, in measures that compare across questions.
 *
 * @param cosine of the question and the passage's nearest window, −1 to 1
 * @param coverage the share, by weight, of the question's words that stand in the passage, its
 *     heading, its title and its aliases, 0 to 1
 * @param length of the question, in characters; a short one is near to many texts by chance
 */
public record Evidence(double cosine, double coverage, int length) {

  private static final double INTERCEPT = -17.78;
  private static final double COSINE = 13.91;
  private static final double COVERAGE = 1.30;
  private static final double LENGTH = 3.39;

  /**
   * How likely the passage answers the question, 0 to 1: a logistic function of these measures,
   * fitted by {@code evaluation calibrate} on the calibration half of the home questions.
   */
  public double strength() {
    double[] measures = measures();
    double sum = INTERCEPT + COSINE * measures[0] + COVERAGE * measures[1] + LENGTH * measures[2];
    return 1 / (1 + Math.exp(-sum));
  }

  /** The measures in the order that {@link #strength()} weighs them. */
  public double[] measures() {
    return new double[] {cosine, coverage, Math.log1p(length)};
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
