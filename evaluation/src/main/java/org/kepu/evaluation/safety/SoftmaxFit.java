package org.kepu.evaluation.safety;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A multinomial logistic regression by gradient descent with Nesterov's momentum. The first class
 * weighs as much as all others together, however many samples it has; a little L2 regularisation
 * keeps separable data finite. The same samples give the same weights.
 */
final class SoftmaxFit {

  private static final double RATE = 40;
  private static final double MOMENTUM = 0.9;

  private final int classes;
  private final int size;
  private final double regularisation;
  private final double[] mean;

  /** For each number of a centred vector, and at last for the bias, one weight a class. */
  private double[][] weights;

  private SoftmaxFit(int classes, List<float[]> vectors, double regularisation) {
    this.classes = classes;
    this.size = vectors.getFirst().length;
    this.regularisation = regularisation;
    this.mean = new double[size];
    for (float[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        mean[i] += vector[i] / (double) vectors.size();
      }
    }
    this.weights = new double[size + 1][classes];
  }

  /**
   * @param labels the class of each vector, from 0
   */
  static SoftmaxFit of(
      List<float[]> vectors, int[] labels, int classes, int steps, double regularisation) {
    SoftmaxFit fit = new SoftmaxFit(classes, vectors, regularisation);
    double[][] samples = vectors.stream().map(fit::centred).toArray(double[][]::new);
    double[] importance = importance(labels);
    double[][] velocity = new double[fit.size + 1][classes];
    for (int step = 0; step < steps; step++) {
      double[][] ahead = plus(fit.weights, velocity, MOMENTUM);
      double[][] gradient = fit.gradient(ahead, samples, labels, importance);
      for (int j = 0; j <= fit.size; j++) {
        for (int k = 0; k < classes; k++) {
          velocity[j][k] = MOMENTUM * velocity[j][k] - RATE * gradient[j][k];
        }
      }
      fit.weights = plus(fit.weights, velocity, 1);
    }
    return fit;
  }

  /** The weights for vectors as they are. */
  double[] weights(int label) {
    return IntStream.range(0, size).mapToDouble(j -> weights[j][label]).toArray();
  }

  /** The bias for vectors as they are. */
  double bias(int label) {
    double bias = weights[size][label];
    for (int j = 0; j < size; j++) {
      bias -= weights[j][label] * mean[j];
    }
    return bias;
  }

  private double[] centred(float[] vector) {
    double[] sample = new double[size + 1];
    for (int i = 0; i < size; i++) {
      sample[i] = vector[i] - mean[i];
    }
    sample[size] = 1;
    return sample;
  }

  private static double[] importance(int[] labels) {
    long first = IntStream.of(labels).filter(label -> label == 0).count();
    long others = labels.length - first;
    return IntStream.of(labels).mapToDouble(label -> 0.5 / (label == 0 ? first : others)).toArray();
  }

  private double[][] gradient(
      double[][] at, double[][] samples, int[] labels, double[] importance) {
    double[][] gradient = new double[size + 1][classes];
    for (int n = 0; n < samples.length; n++) {
      double[] error = probabilities(at, samples[n]);
      error[labels[n]] -= 1;
      for (int j = 0; j <= size; j++) {
        double value = samples[n][j] * importance[n];
        for (int k = 0; k < classes; k++) {
          gradient[j][k] += error[k] * value;
        }
      }
    }
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < classes; k++) {
        gradient[j][k] += regularisation * at[j][k];
      }
    }
    return gradient;
  }

  private double[] probabilities(double[][] at, double[] sample) {
    double[] scores = new double[classes];
    for (int j = 0; j <= size; j++) {
      for (int k = 0; k < classes; k++) {
        scores[k] += at[j][k] * sample[j];
      }
    }
    // Less the highest, so that no power overflows.
    double highest = DoubleStream.of(scores).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      scores[k] = Math.exp(scores[k] - highest);
      sum += scores[k];
    }
    for (int k = 0; k < classes; k++) {
      scores[k] /= sum;
    }
    return scores;
  }

  private static double[][] plus(double[][] a, double[][] b, double factor) {
    double[][] sum = new double[a.length][a[0].length];
    for (int k = 0; k < a.length; k++) {
      for (int j = 0; j < a[k].length; j++) {
        sum[k][j] = a[k][j] + factor * b[k][j];
      }
    }
    return sum;
  }
}
