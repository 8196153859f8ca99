package org.kepu.evaluation.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.VectorUtil;

/**
 * The passages nearest to some vectors, each by its nearest window, found by comparing with all.
 * Passages are offered once each and not kept.
 */
final class ExactNeighbours {

  /** Passages this close to the last of the nearest are as right as it is. */
  private static final double TIE = 1e-6;

  private static final Comparator<Neighbour> FARTHEST_FIRST =
      Comparator.comparingDouble(Neighbour::cosine).thenComparing(Neighbour::passageId);

  private final List<float[]> vectors;
  private final int depth;
  private final List<PriorityQueue<Neighbour>> nearest = new ArrayList<>();

  /**
   * @param vectors whose neighbours are looked for, each of length 1
   * @param depth how many of them
   */
  ExactNeighbours(List<float[]> vectors, int depth) {
    this.vectors = List.copyOf(vectors);
    this.depth = depth;
    vectors.forEach(_ -> nearest.add(new PriorityQueue<>(FARTHEST_FIRST)));
  }

  void offer(String passageId, List<float[]> windows) {
    for (int i = 0; i < vectors.size(); i++) {
      double cosine = -1;
      for (float[] window : windows) {
        cosine = Math.max(cosine, VectorUtil.dotProduct(vectors.get(i), window));
      }
      PriorityQueue<Neighbour> queue = nearest.get(i);
      // More than asked for, for those that tie with the last.
      if (queue.size() < 2 * depth) {
        queue.add(new Neighbour(passageId, cosine));
      } else if (cosine > queue.element().cosine()) {
        queue.remove();
        queue.add(new Neighbour(passageId, cosine));
      }
    }
  }

  /** The share of the nearest that an engine found among its first, mean over all vectors. */
  double recall(List<List<String>> found) {
    double sum = 0;
    for (int i = 0; i < vectors.size(); i++) {
      sum += recall(i, found.get(i));
    }
    return sum / vectors.size();
  }

  /** How near the nearest passage other than {@code own} is, −1 if there is none. */
  double cosine(int vector, String own) {
    return nearest.get(vector).stream()
        .filter(neighbour -> !neighbour.passageId().equals(own))
        .mapToDouble(Neighbour::cosine)
        .max()
        .orElse(-1);
  }

  private double recall(int vector, List<String> found) {
    List<Neighbour> all = nearest.get(vector).stream().sorted(FARTHEST_FIRST.reversed()).toList();
    int wanted = Math.min(depth, all.size());
    double last = all.get(wanted - 1).cosine() - TIE;
    Set<String> right =
        all.stream()
            .filter(neighbour -> neighbour.cosine() >= last)
            .map(Neighbour::passageId)
            .collect(Collectors.toSet());
    return (double) found.stream().limit(depth).filter(right::contains).count() / wanted;
  }

  private record Neighbour(String passageId, double cosine) {}
}
