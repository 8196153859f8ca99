package org.kepu.evaluation.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.whole.StepResult.Block;

class PrintedTest {

  @Test
  void tablesAreToldFromTheTextBetweenThem() {
    List<Block> blocks =
        Printed.blocks(
            List.of(
                "565 questions of home",
                "",
                "| figure | value |",
                "|---|---|",
                "| answered | 0.946 |",
                "",
                "That was all."));
    assertThat(blocks)
        .containsExactly(
            new Block("565 questions of home", null),
            new Block(null, List.of(List.of("figure", "value"), List.of("answered", "0.946"))),
            new Block("That was all.", null));
  }

  @Test
  void anEmptyCellStaysACell() {
    assertThat(Printed.blocks(List.of("| a |  | c |")))
        .containsExactly(new Block(null, List.of(List.of("a", "", "c"))));
  }

  @Test
  void nothingPrintedIsNoBlock() {
    assertThat(Printed.blocks(List.of("", " "))).isEmpty();
  }
}
