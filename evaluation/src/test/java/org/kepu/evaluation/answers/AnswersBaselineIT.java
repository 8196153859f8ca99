package org.kepu.evaluation.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.evaluation.Evaluation;

/** Holds the answers to the home questions to their baseline. */
class AnswersBaselineIT {

  @Test
  void noFigureFallsBelowTheBaseline() {
    int exit = Evaluation.run("answers", "--baseline", "evaluation/baselines/answers.json");

    assertThat(exit).as("exit status; the log above names the figure").isZero();
  }
}
