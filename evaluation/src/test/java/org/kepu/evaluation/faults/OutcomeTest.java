package org.kepu.evaluation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.load.Promises;

class OutcomeTest {

  @Test
  void promisesThatWereKeptFallShortOfNothing() {
    assertThat(of(0, false, new Promises(10, 0, 0)).shortfalls()).isEmpty();
  }

  @Test
  void whatIsLostOrDoubledIsNamed() {
    assertThat(of(0, true, new Promises(10, 2, 1)).shortfalls())
        .containsExactly(
            "kill: 2 promised answers have no record", "kill: 1 promised answers have two");
  }

  @Test
  void onlyAKilledProcessMayBreakAStream() {
    assertThat(of(3, true, new Promises(10, 0, 0)).shortfalls()).isEmpty();
    assertThat(of(3, false, new Promises(10, 0, 0)).shortfalls())
        .containsExactly("kill: 3 streams did not end in one event");
  }

  @Test
  void aRunThatPromisedNothingShowsNothing() {
    assertThat(of(0, true, new Promises(0, 0, 0)).shortfalls()).hasSize(1);
  }

  private static Outcome of(long broken, boolean mayBreak, Promises promises) {
    return new Outcome("kill", 1, 12, 9, 1, broken, mayBreak, promises, Duration.ofMillis(1_500));
  }
}
