package org.kepu.evaluation.metrics;

import java.util.Arrays;
import java.util.List;

/** The area under the curve of a receiver's operating characteristic. */
public final class RocArea {

  private RocArea() {}

  /**
   * How likely a score of {@code right} is above one of {@code wrong}, 0 to 1, ties counted half:
   * Mann and Whitney's U over the number of pairs.
   *
   * @return NaN if either is empty
   */
  public static double of(List<Double> right, List<Double> wrong) {
    double[] sorted = wrong.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double above = right.stream().mapToDouble(score -> belowAndTies(sorted, score)).sum();
    return above / right.size() / sorted.length;
  }

  /** How many of {@code sorted} are below {@code score}, and half of those that equal it. */
  private static double belowAndTies(double[] sorted, double score) {
    int below = firstAtLeast(sorted, score);
    int notAbove = firstAtLeast(sorted, Math.nextUp(score));
    return below + (notAbove - below) / 2.0;
  }

  private static int firstAtLeast(double[] sorted, double least) {
    int place = Arrays.binarySearch(sorted, least);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && sorted[place - 1] == least) {
      place--;
    }
    return place;
  }
}
