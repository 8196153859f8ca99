package org.kepu.evaluation.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kepu.evaluation.Evaluation;

/**
 * Holds what the service turns away to its baseline wherever the evaluation data are at hand: some
 * questions of each set, always the same. {@code safety.json} has the figures of all of them.
 */
@EnabledIfEnvironmentVariable(named = "KEPU_EVAL_DATA", matches = ".+")
class SafetyBaselineIT {

  @Test
  void noFigureFallsBelowTheBaseline() {
    int exit =
        Evaluation.run(
            "safety", "--most", "100", "--baseline", "evaluation/baselines/safety-100.json");

    assertThat(exit).as("exit status; the log above names the figure").isZero();
  }
}
