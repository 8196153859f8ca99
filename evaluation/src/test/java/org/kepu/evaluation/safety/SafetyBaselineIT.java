package org.kepu.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kepu.evaluation.Evaluation;

/** Holds the guard to its baseline, on 60 of each set, where the evaluation data are at hand. */
@EnabledIfEnvironmentVariable(named = "KEPU_EVAL_DATA", matches = ".+")
class SafetyBaselineIT {

  @Test
  void noFigureFallsBelowTheBaseline() {
    int exit =
        Evaluation.run("safety", "--most", "60", "--baseline", "evaluation/baselines/safety.json");

    assertThat(exit).as("exit status; the log above names the figure").isZero();
  }
}
