package org.kepu.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RocAreaTest {

  @Test
  void isOneWhereEveryRightScoreIsAboveEveryWrongOne() {
    assertThat(RocArea.of(List.of(0.9, 0.8), List.of(0.1, 0.7))).isEqualTo(1);
  }

  @Test
  void isZeroWhereEveryOneIsBelow() {
    assertThat(RocArea.of(List.of(0.1), List.of(0.5, 0.9))).isZero();
  }

  @Test
  void countsTiesHalf() {
    assertThat(RocArea.of(List.of(0.5), List.of(0.5, 0.5, 0.5))).isEqualTo(0.5);
  }

  @Test
  void isTheShareOfThePairsInTheRightOrder() {
    // 3 is above 1 and 2, 2 above 1 and equal to 2: 3.5 of 4 pairs.
    assertThat(RocArea.of(List.of(3.0, 2.0), List.of(1.0, 2.0))).isCloseTo(0.875, within(1e-12));
  }

  @Test
  void isNoNumberWhereThereIsNothingToCompare() {
    assertThat(RocArea.of(List.of(), List.of(1.0))).isNaN();
  }
}
