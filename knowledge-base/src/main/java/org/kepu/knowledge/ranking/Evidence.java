package org.kepu.knowledge.ranking;

import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.reader.Reading;

/**
 * How well the best passage found fits the question, in measures that compare across questions.
 *
 * @param cosine of the question and the passage's nearest window, −1 to 1
 * @param coverage the share, by weight, of the question's words that stand in the passage, its
 *     heading, its title and its aliases, 0 to 1
 * @param absent of the things that the question names, the share of which the passage holds no
 *     name, 0 to 1; 0 where it names none
 * @param uncounted whether the question asks for a quantity and the passage holds no number of its
 *     kind
 * @param length of the question, in characters; a short one is near to many texts by chance
 * @param outside the log-odds that the question is about something else than the collection that
 *     the passage is from, 0 to {@link Scope#MOST}; 0 where that is not known
 * @param reading what the reader saw in the passage, null if it was not asked
 */
public record Evidence(
    double cosine,
    double coverage,
    double absent,
    boolean uncounted,
    int length,
    double outside,
    @Nullable Reading reading) {

  /** Intercept, cosine, coverage, absent, uncounted, length, outside. */
  private static final double[] UNREAD = {-23.71, 14.12, 7.00, -3.96, -1.49, 4.05, -0.34};

  /** Intercept, cosine, coverage, absent, uncounted, length, outside, relevance. */
  private static final double[] READ = {-20.22, 12.25, 6.34, -3.65, -0.95, 3.67, -0.23, 0.54};

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

  /** Whether the question names things and the passage holds a name of none of them. */
  public boolean another() {
    return absent == 1;
  }

  /** The measures in the order that {@link #strength()} weighs them. */
  public double[] measures() {
    double lengthMeasure = Math.log1p(length);
    double noNumber = uncounted ? 1 : 0;
    return reading == null
        ? new double[] {cosine, coverage, absent, noNumber, lengthMeasure, outside}
        : new double[] {
          cosine, coverage, absent, noNumber, lengthMeasure, outside, reading.relevance()
        };
  }
}
