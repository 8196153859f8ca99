package org.kepu.evaluation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExactNeighboursTest {

  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] WEST = {-1, 0};
  private static final float[] NEAR_EAST = {0.8f, 0.6f};

  @Test
  void aPassageIsAsNearAsItsNearestWindow() {
    ExactNeighbours exact = new ExactNeighbours(List.of(EAST), 1);
    exact.offer("one window", List.of(NEAR_EAST));
    exact.offer("two windows", List.of(WEST, EAST));

    assertThat(exact.recall(List.of(List.of("two windows")))).isEqualTo(1);
    assertThat(exact.recall(List.of(List.of("one window")))).isEqualTo(0);
  }

  @Test
  void theShareOfTheNearestIsTheMeanOverAllVectors() {
    ExactNeighbours exact = new ExactNeighbours(List.of(EAST, NORTH), 2);
    exact.offer("east", List.of(EAST));
    exact.offer("near east", List.of(NEAR_EAST));
    exact.offer("west", List.of(WEST));
    exact.offer("north", List.of(NORTH));

    double recall =
        exact.recall(List.of(List.of("near east", "west"), List.of("north", "near east")));

    assertThat(recall).isEqualTo(0.75);
  }

  @Test
  void whatTiesWithTheLastIsAsRight() {
    ExactNeighbours exact = new ExactNeighbours(List.of(EAST), 1);
    exact.offer("one", List.of(NEAR_EAST));
    exact.offer("other", List.of(NEAR_EAST));

    assertThat(exact.recall(List.of(List.of("one")))).isEqualTo(1);
    assertThat(exact.recall(List.of(List.of("other")))).isEqualTo(1);
  }

  @Test
  void theNearestOtherPassageIsToldFromAVectorsOwn() {
    ExactNeighbours exact = new ExactNeighbours(List.of(EAST), 1);
    exact.offer("own", List.of(EAST));
    exact.offer("west", List.of(WEST));
    exact.offer("near east", List.of(NEAR_EAST));

    assertThat(exact.cosine(0, "own")).isCloseTo(0.8, within(1e-6));
    assertThat(exact.cosine(0, "another")).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatIsFoundFurtherDownDoesNotCount() {
    ExactNeighbours exact = new ExactNeighbours(List.of(EAST), 1);
    exact.offer("east", List.of(EAST));
    exact.offer("north", List.of(NORTH));
    exact.offer("west", List.of(WEST));

    assertThat(exact.recall(List.of(List.of("west", "east")))).isEqualTo(0);
  }
}
