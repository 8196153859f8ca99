package org.kepu.evaluation.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.kepu.evaluation.Evaluation;

/** Holds the reading of hostile files to its baseline wherever the evaluation data are at hand. */
@EnabledIfEnvironmentVariable(named = "KEPU_EVAL_DATA", matches = ".+")
class FormatsBaselineIT {

  @Test
  void hostileFilesEndInTimeAndGoodOnesAreRead() {
    int exit = Evaluation.run("formats", "--baseline", "evaluation/baselines/formats.json");

    assertThat(exit).as("exit status; the log above names the figure").isZero();
  }
}
