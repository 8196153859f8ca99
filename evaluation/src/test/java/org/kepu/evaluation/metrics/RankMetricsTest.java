package org.kepu.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankMetricsTest {

  @Test
  void ranksOneTwoElevenAndNoneGiveTheFiguresOfTheFormulas() {
    RankMetrics metrics = RankMetrics.of(List.of(1, 2, 11, 0));

    assertThat(metrics.questions()).isEqualTo(4);
    assertThat(metrics.recallAt1()).isEqualTo(0.25);
    assertThat(metrics.recallAt5()).isEqualTo(0.5);
    assertThat(metrics.recallAt10()).isEqualTo(0.5);
    assertThat(metrics.mrrAt10()).isCloseTo((1 + 0.5) / 4, within(1e-12));
    assertThat(metrics.ndcgAt10()).isCloseTo((1 + Math.log(2) / Math.log(3)) / 4, within(1e-12));
  }

  @Test
  void noQuestionsGiveZeros() {
    assertThat(RankMetrics.of(List.of())).isEqualTo(new RankMetrics(0, 0, 0, 0, 0, 0));
  }
}
