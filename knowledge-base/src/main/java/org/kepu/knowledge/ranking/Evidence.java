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
 * @param outside the log-odds that the question is about something else than the collection that
 *     the passage is from, 0 to {@link Scope#MOST}; 0 where that is not known
 * @param reading what the reader saw in the passage, null if it was not asked
 */
public record Evidence(
    double cosine,
    double coverage,
    boolean another,
    int length,
    double outside,
    @Nullable Reading reading) {

  /** Intercept, cosine, coverage, another, length, outside. */
  private static final double[] UNREAD = {-25.85, 15.66, 7.98, -5.45, 4.26, -0.27};

  /** Intercept, cosine, coverage, another, length, outside, relevance. */
  private static final double[] READ = {-20.67, 12.59, 6.27, -4.42, 3.74, -0.23, 0.53};

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
        ? new double[] {cosine, coverage, about, lengthMeasure, outside}
        : new double[] {cosine, coverage, about, lengthMeasure, outside, reading.relevance()};
  }
}
