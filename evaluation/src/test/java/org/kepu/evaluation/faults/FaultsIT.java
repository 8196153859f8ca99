package org.kepu.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.evaluation.Evaluation;

/** Kills the packaged service once: the long form is {@code evaluation/evaluate faults}. */
class FaultsIT {

  @Test
  void whatAKilledServicePromisedIsThereOnce() {
    int exit = Evaluation.run("faults", "--part", "kill", "--kills", "1", "--rate", "10");

    assertThat(exit).as("exit status; the log above names the promise").isZero();
  }
}
