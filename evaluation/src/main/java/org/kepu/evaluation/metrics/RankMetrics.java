package org.kepu.evaluation.metrics;

import java.util.List;

/**
 * How high the one right passage stands, over many questions. All figures are from 0 to 1.
 *
 * @param questions how many questions
 * @param recallAt1 share of questions with the right passage first
 * @param recallAt5 among the first five
 * @param recallAt10 among the first ten
 * @param mrrAt10 mean of 1/rank, 0 beyond ten (Voorhees, TREC-8, 1999)
 * @param ndcgAt10 mean of 1/log2(rank + 1), 0 beyond ten (Järvelin and Kekäläinen, 2002, with one
 *     relevant passage)
 */
public record RankMetrics(
    int questions,
    double recallAt1,
    double recallAt5,
    double recallAt10,
    double mrrAt10,
    double ndcgAt10) {

  /**
   * The figures for these ranks.
   *
   * @param ranks from 1; 0 where the right passage was not found
   */
  public static RankMetrics of(List<Integer> ranks) {
    return new RankMetrics(
        ranks.size(),
        within(ranks, 1),
        within(ranks, 5),
        within(ranks, 10),
        ranks.stream().mapToDouble(rank -> in10(rank) ? 1.0 / rank : 0).average().orElse(0),
        ranks.stream().mapToDouble(RankMetrics::gain).average().orElse(0));
  }

  private static double within(List<Integer> ranks, int depth) {
    return ranks.stream()
        .mapToDouble(rank -> rank > 0 && rank <= depth ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static double gain(int rank) {
    return in10(rank) ? Math.log(2) / Math.log(rank + 1.0) : 0;
  }

  private static boolean in10(int rank) {
    return rank > 0 && rank <= 10;
  }
}
