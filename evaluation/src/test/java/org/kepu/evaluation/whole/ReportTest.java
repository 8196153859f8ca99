package org.kepu.evaluation.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.whole.StepResult.Block;
import org.kepu.evaluation.whole.StepResult.Figure;
import org.kepu.evaluation.whole.StepResult.Status;

class ReportTest {

  private static final StepResult ANSWERS =
      new StepResult(
          "answers",
          "Answers to the home questions",
          "evaluation/evaluate answers",
          Status.FELL_SHORT,
          "answerable.recall@1 is 0.9100, below its baseline 0.9205",
          42,
          List.of(new Block("</script><b>bold</b>", null)),
          Map.of("answerable.recall@1", new Figure(0.91, 0.9205)));

  @Test
  void thePageNeedsNothingFromElsewhere() {
    String page = ReportPage.html(List.of(ANSWERS), "today", "2 processors");
    assertThat(page).contains("echarts").doesNotContain("/*report*/").doesNotContain("/*charts*/");
    assertThat(page).doesNotContainPattern("(src|href)=\"?(https?:)?//");
  }

  @Test
  void whatACommandPrintedCannotEndTheScript() {
    assertThat(ReportPage.html(List.of(ANSWERS), "today", "2 processors"))
        .doesNotContain("</script><b>")
        .contains("\\u003c/script>\\u003cb>");
  }

  @Test
  void theSummaryNamesWhatFellShort() {
    assertThat(ReportPage.markdown(List.of(ANSWERS), "today", "2 processors"))
        .contains("fell short: answerable.recall@1 is 0.9100, below its baseline 0.9205");
  }

  @Test
  void theReadmesTableStandsBetweenItsMarksAndIsWrittenAnew() {
    String readme = "before\n" + Readme.BEGIN + "\nold\n" + Readme.END + "\nafter";
    String written = Readme.english().with(readme, List.of(ANSWERS));
    assertThat(written)
        .startsWith("before\n" + Readme.BEGIN)
        .endsWith(Readme.END + "\nafter")
        .contains("| 91.0 % | `evaluation/evaluate answers` |")
        .doesNotContain("old");
    assertThat(Readme.english().with(written, List.of(ANSWERS))).isEqualTo(written);
  }

  @Test
  void aReadmeWithoutMarksIsLeftAlone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Readme.english().with("no marks", List.of(ANSWERS)))
        .withMessageContaining(Readme.BEGIN);
  }

  @Test
  void theStepsOfAQuickReportAreSomeOfTheWholeOnes() {
    List<String> quick = Step.of(true).map(Step::name).toList();
    assertThat(quick).isNotEmpty();
    assertThat(Step.of(false).map(Step::name)).containsAll(quick).hasSizeGreaterThan(quick.size());
  }
}
