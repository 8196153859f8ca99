package org.kepu.knowledge.ranking;

import org.kepu.knowledge.reader.Reading;

/**
 * Joins what the first stage and the reader say of a passage into one score: {@code fused + weight
 * · (relevance + certaintyWeight · certainty)}. Log-odds are added as they are: a clear no must be
 * able to outweigh many words in common.
 *
 * @param weight how much the reader's word counts against the fused score, 0 or more
 * @param certaintyWeight how much its certainty of the place counts beside the relevance, 0 or more
 */
public record Reranking(double weight, double certaintyWeight) {

  /** The weights that measured best on the calibration questions. */
  public static final Reranking STANDARD = new Reranking(0.02, 0.2);

  /** What a passage is taken to be worth that nobody read: as little as the worst that was. */
  private static final double UNREAD = -10;

  /** What half of the passages that answer are read as, or less. */
  private static final double PROMISE = 4;

  public Reranking {
    if (!(weight >= 0) || !(certaintyWeight >= 0)) {
      throw new IllegalArgumentException(
          "Weights are 0 or more, not %s and %s".formatted(weight, certaintyWeight));
    }
  }

  /** The score of a passage that was read. */
  public double score(double fused, Reading reading) {
    return fused + weight * (reading.relevance() + certaintyWeight * reading.certainty());
  }

  /** The score of a passage that would read as well as those that answer mostly do. */
  public double promise(double fused) {
    return fused + weight * PROMISE;
  }

  /** The score of a passage that was not, beside others that were. */
  public double unread(double fused) {
    return fused + weight * UNREAD;
  }
}
