package org.kepu.evaluation.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.data.HomeQuestion;

class BankTest {

  @Test
  void questionsAreCountedByFileStyleAndWhetherTheyHaveAnAnswer() {
    Map<String, List<HomeQuestion>> files =
        Map.of(
            "b.jsonl", List.of(question("？", "formal")),
            "a.jsonl",
                List.of(
                    question("？", "spoken"),
                    question("？", "spoken", "moon#x"),
                    question("？", "spoken", "moon#y")));

    assertThat(BankCounts.of(files))
        .containsExactly(
            entry(new BankCounts.Sort("a.jsonl", "spoken", true), 2),
            entry(new BankCounts.Sort("a.jsonl", "spoken", false), 1),
            entry(new BankCounts.Sort("b.jsonl", "formal", false), 1));
  }

  @Test
  void overlapIsTheMeanShareOfCommonPairsOverAllSections() {
    // 月球 球多 多大 and 月球 球有 有多 多大: two of five.
    List<HomeQuestion> questions =
        List.of(question("月球多大", "spoken", "moon#月球有多大？", "moon#太阳"), question("无", "spoken"));

    assertThat(HeadingOverlap.mean(questions)).isEqualTo(0.2, within(1e-9));
    assertThat(HeadingOverlap.mean(List.of())).isZero();
  }

  private static HomeQuestion question(String text, String style, String... sections) {
    return new HomeQuestion("id", text, List.of(sections), List.of(), style);
  }
}
