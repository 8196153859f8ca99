package org.kepu.evaluation.fitting;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A multinomial logistic regression, fitted by AdamW (Loshchilov and Hutter 2019) on small batches
 * with a rate that falls along a cosine. The first class has a share of the loss of its own,
 * however many samples it has. The same samples give the same weights.
 */
public final class SoftmaxFit {

  private static final double RATE = 0.02;
  private static final int BATCH = 256;
  private static final double FIRST_MOMENT = 0.9;
  private static final double SECOND_MOMENT = 0.999;
  private static final double EPSILON = 1e-8;
  private static final long SEED = 1;

  private final int classes;
  private final int size;
  private final double[] mean;
  private final double scale;

  /** For each number of a sample, and at last for the bias, one weight a class. */
  private final double[][] weights;

  private SoftmaxFit(int classes, List<float[]> vectors) {
    this.classes = classes;
    this.size = vectors.getFirst().length;
    this.mean = mean(vectors, size);
    this.scale =
        1 / vectors.stream().mapToDouble(vector -> distance(vector, mean)).average().orElseThrow();
    this.weights = new double[size + 1][classes];
  }

  /**
   * Fits one.
   *
   * @param labels the class of each vector, from 0
   * @param firstShare which share of the loss is class 0's, between 0 and 1
   * @param decay what the weights lose a step, as a part of the rate
   */
  public static SoftmaxFit of(
      List<float[]> vectors,
      int[] labels,
      int classes,
      double firstShare,
      int epochs,
      double decay) {
    SoftmaxFit fit = new SoftmaxFit(classes, vectors);
    double[][] samples = vectors.stream().map(fit::sample).toArray(double[][]::new);
    fit.descend(samples, labels, importance(labels, firstShare), epochs, decay);
    return fit;
  }

  /** The weights for vectors as they are. */
  public double[] weights(int label) {
    return IntStream.range(0, size).mapToDouble(j -> weights[j][label] * scale).toArray();
  }

  /** The bias for vectors as they are. */
  public double bias(int label) {
    double bias = weights[size][label];
    for (int j = 0; j < size; j++) {
      bias -= weights[j][label] * scale * mean[j];
    }
    return bias;
  }

  private void descend(
      double[][] samples, int[] labels, double[] importance, int epochs, double decay) {
    int[] order = IntStream.range(0, samples.length).toArray();
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] first = new double[size + 1][classes];
    double[][] second = new double[size + 1][classes];
    int batches = (samples.length + BATCH - 1) / BATCH;
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int batch = 0; batch < batches; batch++) {
        int until = Math.min(samples.length, (batch + 1) * BATCH);
        int[] drawn = IntStream.range(batch * BATCH, until).map(i -> order[i]).toArray();
        int step = epoch * batches + batch;
        double rate = RATE * (1 + Math.cos(Math.PI * step / (epochs * batches))) / 2;
        step(gradient(samples, labels, importance, drawn), first, second, step + 1, rate, decay);
      }
    }
  }

  private void step(
      double[][] gradient,
      double[][] first,
      double[][] second,
      int step,
      double rate,
      double decay) {
    double unbiasFirst = 1 - Math.pow(FIRST_MOMENT, step);
    double unbiasSecond = 1 - Math.pow(SECOND_MOMENT, step);
    for (int j = 0; j <= size; j++) {
      for (int k = 0; k < classes; k++) {
        double slope = gradient[j][k];
        first[j][k] += (1 - FIRST_MOMENT) * (slope - first[j][k]);
        second[j][k] += (1 - SECOND_MOMENT) * (slope * slope - second[j][k]);
        double towards =
            first[j][k] / unbiasFirst / (Math.sqrt(second[j][k] / unbiasSecond) + EPSILON);
        weights[j][k] -= rate * (towards + decay * weights[j][k]);
      }
    }
  }

  private double[][] gradient(double[][] samples, int[] labels, double[] importance, int[] drawn) {
    double[][] gradient = new double[size + 1][classes];
    for (int n : drawn) {
      double[] error = probabilities(samples[n]);
      error[labels[n]] -= 1;
      for (int j = 0; j <= size; j++) {
        double value = samples[n][j] * importance[n] / drawn.length;
        for (int k = 0; k < classes; k++) {
          gradient[j][k] += error[k] * value;
        }
      }
    }
    return gradient;
  }

  private double[] probabilities(double[] sample) {
    double[] scores = new double[classes];
    for (int j = 0; j <= size; j++) {
      for (int k = 0; k < classes; k++) {
        scores[k] += weights[j][k] * sample[j];
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

  private double[] sample(float[] vector) {
    double[] sample = new double[size + 1];
    for (int i = 0; i < size; i++) {
      sample[i] = (vector[i] - mean[i]) * scale;
    }
    sample[size] = 1;
    return sample;
  }

  /** What a sample counts for; 1 on average. */
  private static double[] importance(int[] labels, double firstShare) {
    double first = IntStream.of(labels).filter(label -> label == 0).count();
    double others = labels.length - first;
    return IntStream.of(labels)
        .mapToDouble(label -> label == 0 ? firstShare / first : (1 - firstShare) / others)
        .map(share -> share * labels.length)
        .toArray();
  }

  private static double[] mean(List<float[]> vectors, int size) {
    double[] mean = new double[size];
    for (float[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        mean[i] += vector[i] / (double) vectors.size();
      }
    }
    return mean;
  }

  private static double distance(float[] vector, double[] from) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (vector[i] - from[i]) * (vector[i] - from[i]);
    }
    return Math.sqrt(sum);
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
  }
}
