package org.kepu.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.evaluation.Evaluation;

/** Attacks the packaged service for a little while: a regression shows within a minute. */
class FuzzIT {

  @Test
  void aFewThousandRequestsFindNothing() {
    int exit = Evaluation.run("fuzz", "--requests", "2000", "--seed", "1", "--at-once", "4");

    assertThat(exit).as("exit status; the log above names what was found").isZero();
  }
}
