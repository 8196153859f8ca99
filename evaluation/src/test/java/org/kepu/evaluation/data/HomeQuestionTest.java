package org.kepu.evaluation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kepu.evaluation.collection.HeadingOverlap;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.collection.Wording;

/** The question bank fits the collection. */
class HomeQuestionTest {

  private static final List<HomeQuestion> BANK = HomeQuestion.all(Path.of("home"));

  @Test
  void theBankHasQuestionsOfBothKindsInBothHalves() {
    assertThat(BANK.stream().filter(HomeQuestion::answerable)).hasSizeGreaterThan(600);
    assertThat(BANK.stream().filter(q -> !q.answerable())).hasSizeGreaterThan(120);
    assertThat(BANK.stream().filter(HomeQuestion::forTraining).count())
        .isBetween(BANK.size() * 4L / 10, BANK.size() * 6L / 10);
  }

  @Test
  void idsAndQuestionsAreUnique() {
    assertThat(BANK).extracting(HomeQuestion::id).doesNotHaveDuplicates();
    assertThat(BANK).extracting(HomeQuestion::question).doesNotHaveDuplicates();
  }

  @Test
  void everySectionThatAnswersStandsInTheCollection() {
    Set<String> sections =
        StarterCollection.documents().stream()
            .flatMap(
                document ->
                    document.sections().stream()
                        .map(section -> document.id() + "#" + section.heading()))
            .collect(Collectors.toSet());

    assertThat(
            BANK.stream()
                .flatMap(q -> q.sections().stream().map(s -> q.id() + " " + s))
                .filter(named -> !sections.contains(named.substring(named.indexOf(' ') + 1))))
        .as("questions whose section is not there")
        .isEmpty();
  }

  @Test
  void questionsDoNotRepeatTheHeadingsTheyAskFor() {
    assertThat(HeadingOverlap.mean(BANK))
        .as("mean Jaccard overlap of character pairs")
        .isLessThanOrEqualTo(0.35);
  }

  @Test
  void noWordingThatIsIndexedNearlyRepeatsAQuestionOfTheBank() {
    Map<String, List<Wording>> wordings =
        StarterCollection.wordings().stream().collect(Collectors.groupingBy(Wording::section));

    assertThat(BANK)
        .allSatisfy(
            question ->
                assertThat(
                        question.sections().stream()
                            .flatMap(section -> wordings.getOrDefault(section, List.of()).stream())
                            .map(Wording::question)
                            .filter(said -> HeadingOverlap.of(question.question(), said) > 0.6))
                    .as(question.question())
                    .isEmpty());
  }

  @Test
  void keywordsAreFoundInAnyOfTheirFormsAndWhateverTheSpaces() {
    HomeQuestion question =
        new HomeQuestion("x", "?", List.of("a#b"), List.of("95|九十五", "T. rex"), "spoken");

    assertThat(question.keywordsIn("有九十五颗，T.REX")).isTrue();
    assertThat(question.keywordsIn("有九十五颗")).isFalse();
  }
}
