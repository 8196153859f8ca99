package org.kepu.evaluation.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

  @Test
  void whatLiesOnEitherSideOfALineIsToldApart() {
    List<double[]> samples =
        List.of(
            new double[] {0.1, 5},
            new double[] {0.2, 1},
            new double[] {0.8, 4},
            new double[] {0.9, 2});

    LogisticFit fit = LogisticFit.of(samples, List.of(false, false, true, true));

    assertThat(fit.probability(new double[] {0.05, 3})).isLessThan(0.1);
    assertThat(fit.probability(new double[] {0.95, 3})).isGreaterThan(0.9);
  }
}
