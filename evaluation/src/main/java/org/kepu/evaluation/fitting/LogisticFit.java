package org.kepu.evaluation.fitting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A logistic regression by gradient descent, each class weighing the same however many samples it
 * has, with a little L2 regularisation so that separable data stay finite.
 */
public final class LogisticFit {

  private static final int STEPS = 200_000;
  private static final double RATE = 0.5;
  private static final double REGULARISATION = 1e-4;

  /** The intercept first, then one a measure. */
  private final double[] weights;

  private LogisticFit(double[] weights) {
    this.weights = weights;
  }

  public static LogisticFit of(List<double[]> samples, List<Boolean> labels) {
    int size = samples.getFirst().length;
    double positives = labels.stream().filter(label -> label).count();
    double negatives = labels.size() - positives;
    double[] weights = new double[size + 1];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[size + 1];
      for (int i = 0; i < samples.size(); i++) {
        boolean label = labels.get(i);
        double error =
            (probability(weights, samples.get(i)) - (label ? 1 : 0))
                / (label ? positives : negatives);
        gradient[0] += error;
        for (int j = 0; j < size; j++) {
          gradient[j + 1] += error * samples.get(i)[j];
        }
      }
      for (int j = 0; j <= size; j++) {
        weights[j] -= RATE * (gradient[j] + (j == 0 ? 0 : REGULARISATION * weights[j]));
      }
    }
    return new LogisticFit(weights);
  }

  public double probability(double[] measures) {
    return probability(weights, measures);
  }

  private static double probability(double[] weights, double[] measures) {
    double sum = weights[0];
    for (int j = 0; j < measures.length; j++) {
      sum += weights[j + 1] * measures[j];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  @Override
  public String toString() {
    return "intercept %.2f, weights %s"
        .formatted(
            weights[0],
            Arrays.stream(weights)
                .skip(1)
                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                .toList());
  }
}
