package org.kepu.evaluation.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kepu.evaluation.Evaluation;

/** Holds retrieval to its baseline wherever the evaluation data are at hand. */
@EnabledIfEnvironmentVariable(named = "KEPU_EVAL_DATA", matches = ".+")
class RetrievalBaselineIT {

  @Test
  void noFigureFallsBelowTheBaseline() {
    int exit = Evaluation.run("retrieval", "--baseline", "evaluation/baselines/retrieval.json");

    assertThat(exit).as("exit status; the log above names the figure").isZero();
  }
}
