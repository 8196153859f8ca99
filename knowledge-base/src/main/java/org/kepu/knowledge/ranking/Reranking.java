package org.kepu.knowledge.ranking;

import org.kepu.knowledge.reader.Reading;

/**
 * Joins what the first stage and the reader say of a passage into one score.
 *
 * <p>{@code fused + weight · p}, where p is the reader's probability that the passage answers. A
 * passage that was not read keeps its fused score: the reader lifts what it confirms.
 *
 * @param weight how much the reader's word counts against the fused score, 0 or more
 */
public record Reranking(double weight) {

  /** The weight that measured best on the training data; {@code evaluation} has the table. */
  public static final Reranking STANDARD = new Reranking(0.5);

  public Reranking {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("A weight is 0 or more, not " + weight);
    }
  }

  /** The score of a passage that was read. */
  public double score(double fused, Reading reading) {
    return fused + weight / (1 + Math.exp(-reading.relevance()));
  }
}
