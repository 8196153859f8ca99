package org.kepu.evaluation.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftmaxFitTest {

  private static final int CLASSES = 3;

  /** Where the clouds of the classes lie. */
  private static final float[][] CENTRES = {{10, 10}, {12, 10}, {10, 12}};

  @Test
  void tellsCloudsApartThatLieApart() {
    Clouds clouds = new Clouds(0.3, 300, 300, 300);

    SoftmaxFit fit = clouds.fit(0.5);

    assertThat(clouds.rightly(fit)).isGreaterThan(0.98);
  }

  @Test
  void theSameSamplesGiveTheSameWeights() {
    Clouds clouds = new Clouds(0.3, 50, 50, 50);

    SoftmaxFit once = clouds.fit(0.5);
    SoftmaxFit again = clouds.fit(0.5);

    for (int label = 0; label < CLASSES; label++) {
      assertThat(once.weights(label)).containsExactly(again.weights(label));
      assertThat(once.bias(label)).isEqualTo(again.bias(label));
    }
  }

  @Test
  void theFirstClassGetsTheMoreTheMoreOfTheLossIsIts() {
    Clouds clouds = new Clouds(1.5, 400, 400, 400);

    double little = clouds.takenForFirst(clouds.fit(0.2));
    double half = clouds.takenForFirst(clouds.fit(0.5));
    double most = clouds.takenForFirst(clouds.fit(0.9));

    assertThat(little).isLessThan(half);
    assertThat(half).isLessThan(most);
  }

  /** Normally distributed points, always the same. */
  private static final class Clouds {

    private final List<float[]> points = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    Clouds(double spread, int... sizes) {
      Random random = new Random(7);
      for (int label = 0; label < CLASSES; label++) {
        for (int i = 0; i < sizes[label]; i++) {
          points.add(
              new float[] {
                (float) (CENTRES[label][0] + spread * random.nextGaussian()),
                (float) (CENTRES[label][1] + spread * random.nextGaussian())
              });
          labels.add(label);
        }
      }
    }

    SoftmaxFit fit(double firstShare) {
      return SoftmaxFit.of(
          points,
          labels.stream().mapToInt(Integer::intValue).toArray(),
          CLASSES,
          firstShare,
          40,
          0.01);
    }

    double rightly(SoftmaxFit fit) {
      return IntStream.range(0, points.size())
              .filter(i -> likeliest(fit, points.get(i)) == labels.get(i))
              .count()
          / (double) points.size();
    }

    double takenForFirst(SoftmaxFit fit) {
      return points.stream().filter(point -> likeliest(fit, point) == 0).count()
          / (double) points.size();
    }

    private static int likeliest(SoftmaxFit fit, float[] point) {
      int best = 0;
      for (int label = 1; label < CLASSES; label++) {
        if (score(fit, point, label) > score(fit, point, best)) {
          best = label;
        }
      }
      return best;
    }

    private static double score(SoftmaxFit fit, float[] point, int label) {
      double[] weights = fit.weights(label);
      return fit.bias(label) + weights[0] * point[0] + weights[1] * point[1];
    }
  }
}
