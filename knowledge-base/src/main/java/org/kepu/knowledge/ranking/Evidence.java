package org.kepu.knowledge.ranking;

import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.reader.Reading;

/**
 * How well the best passage found fits the question, in measures that compare across questions.
 *
 * @param cosine of the question and the passage's nearest window, −1 to 1
 * @param coverage the share, by weight, of the question's words that stand in the passage, its
 *     heading, its title and its aliases, 0 to 1
 * @param another whether the question names things and the passage holds a name of none of them
 * @param length of the question, in characters; a short one is near to many texts by chance
 * @param reading what the reader saw in the passage, null if it was not asked
 */
public record Evidence(
    double cosine, double coverage, boolean another, int length, @Nullable Reading reading) {

  /** Intercept, cosine, coverage, another, length. */
  private static final double[] UNREAD = {-27.64, 16.31, 7.62, -4.92, 4.64};

  /** Intercept, cosine, coverage, another, length, relevance. */
  private static final double[] READ = {-20.92, 11.61, 5.96, -4.43, 3.90, 0.50};

  /**
   * How likely the passage answers the question, 0 to 1: a logistic function of these measures,
   * fitted by {@code evaluation calibrate} on questions that nothing was trained on.
   */
  public double strength() {
    double[] weights = reading == null ? UNREAD : READ;
    double[] measures = measures();
    double sum = weights[0];
    for (int i = 0; i < measures.length; i++) {
      sum += weights[i + 1] * measures[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** The measures in the order that {@link #strength()} weighs them. */
  public double[] measures() {
    double lengthMeasure = Math.log1p(length);
    double about = another ? 1 : 0;
    return reading == null
        ? new double[] {cosine, coverage, about, lengthMeasure}
        : new double[] {cosine, coverage, about, lengthMeasure, reading.relevance()};
  }
}
