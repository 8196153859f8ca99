package org.kepu.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.guard.Classifier;
import org.kepu.assistant.guard.Concern;
import org.kepu.knowledge.collection.StarterCollection;

class GuardExampleTest {

  /** The most characters of a greeting. */
  private static final int GREETING = 3;

  private static final Path ROOT = Path.of("..", "evaluation");
  private static final List<HomeQuestion> HOME = HomeQuestion.all(ROOT.resolve("home"));
  private static final List<GuardExample> EXAMPLES =
      GuardExample.all(ROOT.resolve("guard"), StarterCollection.documents(), HOME);

  @Test
  void aLineStandsForAllItsForms() {
    assertThat(GuardExample.forms("{怎么|如何}看{月亮|}？"))
        .containsExactlyInAnyOrder("怎么看月亮？", "怎么看？", "如何看月亮？", "如何看？");
  }

  @Test
  void ofManyFormsTheSameFewAreTaken() {
    String line = "{1|2|3|4}{1|2|3|4}";

    assertThat(GuardExample.forms(line))
        .hasSize(12)
        .doesNotHaveDuplicates()
        .isEqualTo(GuardExample.forms(line));
  }

  @Test
  void aBraceThatIsNotClosedIsNamed() {
    assertThatThrownBy(() -> GuardExample.forms("怎么{看")).hasMessageContaining("怎么{看");
  }

  @Test
  void thereAreExamplesOfEveryConcern() {
    Map<Concern, Long> counts =
        EXAMPLES.stream()
            .filter(example -> example.concern() != null)
            .collect(Collectors.groupingBy(GuardExample::concern, Collectors.counting()));

    assertThat(counts).containsOnlyKeys(Concern.values());
    assertThat(counts.values()).allMatch(count -> count >= 50);
  }

  @Test
  void noneIsOfTheHalfForTesting() {
    List<String> tested =
        HOME.stream().filter(q -> !q.forTraining()).map(HomeQuestion::question).toList();
    List<String> trained =
        HOME.stream().filter(HomeQuestion::forTraining).map(HomeQuestion::question).toList();

    // A heading may be asked word for word, and a greeting is everybody's.
    List<String> headings =
        StarterCollection.documents().stream()
            .flatMap(document -> document.sections().stream())
            .map(section -> section.heading())
            .toList();
    assertThat(EXAMPLES.stream().map(GuardExample::text).toList())
        .containsAll(trained)
        .filteredOn(text -> text.length() > GREETING)
        .filteredOn(text -> !headings.contains(text) && !trained.contains(text))
        .doesNotContainAnyElementsOf(tested);
  }

  @Test
  void theShippedClassifierWasTrainedOnTheseExamples() {
    assertThat(Classifier.shipped().examples())
        .as("run evaluation/evaluate train-guard after changing an example")
        .isEqualTo(GuardExample.sum(ROOT.resolve("guard")));
  }

  @Test
  void theConcernsInFilesAreThoseInTheCode() {
    assertThat(Arrays.stream(Concern.values()).map(Concern::code))
        .allSatisfy(code -> assertThat(ROOT.resolve("guard").resolve(code + ".txt")).exists());
  }
}
