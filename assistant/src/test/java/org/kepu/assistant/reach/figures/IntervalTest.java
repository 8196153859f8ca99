package org.kepu.assistant.reach.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  /** As statsmodels 0.14 has them, {@code proportion_confint(…, method="wilson")}. */
  @ParameterizedTest
  @CsvSource({
    "30, 40, 0.5981, 0.8581",
    "0, 30, 0.0, 0.1135",
    "30, 30, 0.8865, 1.0",
    "81, 263, 0.2553, 0.3662"
  })
  void isWilsons(long up, long n, double lower, double upper) {
    Interval interval = Interval.wilson(up, n);

    assertThat(interval.lower()).isCloseTo(lower, within(0.0001));
    assertThat(interval.upper()).isCloseTo(upper, within(0.0001));
  }

  @Test
  void ofNobodyThereIsNoShare() {
    assertThatThrownBy(() -> Interval.wilson(0, 0)).hasMessageContaining("0 of 0");
  }
}
