package org.kepu.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  /** Computed by hand from the formula. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775",
    "10, 10, 0.7225, 1",
    "5, 10, 0.2366, 0.7634",
    "1, 100, 0.0018, 0.0545"
  })
  void theIntervalIsWilsons(long hits, long of, double low, double high) {
    Share share = new Share(hits, of);

    assertThat(share.low()).isEqualTo(low, within(1e-4));
    assertThat(share.high()).isEqualTo(high, within(1e-4));
  }

  @Test
  void moreThanAllIsNoShare() {
    assertThatThrownBy(() -> new Share(2, 1)).hasMessageContaining("2 of 1");
  }
}
