package org.kepu.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.reader.Reading;
import org.kepu.knowledge.search.QueryTerm;

class EvidenceTest {

  private static final List<QueryTerm> TERMS =
      List.of(new QueryTerm("麋鹿", 3), new QueryTerm("吃", 1), new QueryTerm("rex", 4));

  @ParameterizedTest(name = "“{0}” covers {1}")
  @CsvSource({
    "麋鹿吃草, 0.5",
    "麋鹿, 0.375",
    "t. rex吃肉, 0.625",
    "麋鹿和t. rex都吃, 1",
    "月食, 0",
    "'', 0",
  })
  void coverageIsTheShareOfTheWeightThatStandsInTheText(String text, double coverage) {
    assertThat(QueryTerm.coverage(TERMS, text)).isCloseTo(coverage, within(1e-12));
  }

  @Test
  void withoutTermsOrWeightThereIsNoCoverage() {
    assertThat(QueryTerm.coverage(List.of(), "麋鹿")).isZero();
    assertThat(QueryTerm.coverage(List.of(new QueryTerm("麋鹿", 0)), "麋鹿")).isZero();
  }

  @Test
  void strengthIsAShareThatGrowsWithWhatSpeaksForThePassage() {
    Evidence weak = evidence(0.4, 0.2, null);

    assertThat(weak.strength()).isBetween(0.0, 1.0);
    assertThat(evidence(0.5, 0.2, null).strength()).isGreaterThan(weak.strength());
    assertThat(evidence(0.4, 0.3, null).strength()).isGreaterThan(weak.strength());
    assertThat(evidence(1, 1, null).strength()).isGreaterThan(0.9).isLessThanOrEqualTo(1);
    assertThat(evidence(-1, 0, null).strength()).isLessThan(0.001);
  }

  @Test
  void aPassageOnAnotherThingThanTheOneNamedIsDoubted() {
    Reading sure = new Reading(4, new Span(0, 2), -1);

    assertThat(new Evidence(0.6, 0.5, 1, false, 8, 0, null).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, null).strength());
    assertThat(new Evidence(0.6, 0.5, 1, false, 8, 0, sure).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, sure).strength());
  }

  @Test
  void theMoreOfTheThingsNamedAreAbsentTheMoreItIsDoubted() {
    assertThat(new Evidence(0.6, 0.5, 0.5, false, 8, 0, null).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, null).strength())
        .isGreaterThan(new Evidence(0.6, 0.5, 1, false, 8, 0, null).strength());
    assertThat(new Evidence(0.6, 0.5, 0.5, false, 8, 0, null).another()).isFalse();
    assertThat(new Evidence(0.6, 0.5, 1, false, 8, 0, null).another()).isTrue();
  }

  @Test
  void aPassageWithoutTheNumberAskedForIsDoubted() {
    Reading sure = new Reading(4, new Span(0, 2), -1);

    assertThat(new Evidence(0.6, 0.5, 0, true, 8, 0, null).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, null).strength());
    assertThat(new Evidence(0.6, 0.5, 0, true, 8, 0, sure).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, sure).strength());
  }

  @Test
  void aQuestionAboutSomethingElseIsDoubted() {
    Reading sure = new Reading(4, new Span(0, 2), -1);

    assertThat(new Evidence(0.6, 0.5, 0, false, 8, 3, null).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, null).strength());
    assertThat(new Evidence(0.6, 0.5, 0, false, 8, 3, sure).strength())
        .isLessThan(new Evidence(0.6, 0.5, 0, false, 8, 0, sure).strength());
  }

  @Test
  void theMeasuresAreInTheOrderOfTheRecord() {
    assertThat(new Evidence(0.4, 0.2, 0.5, true, 0, 1.5, null).measures())
        .containsExactly(0.4, 0.2, 0.5, 1, 0, 1.5);
  }

  @Test
  void whereThePassageWasReadTheReadingsMeasuresFollow() {
    Reading reading = new Reading(3, new Span(0, 2), -1.5);

    assertThat(new Evidence(0.4, 0.2, 0.5, false, 0, 1.5, reading).measures())
        .containsExactly(0.4, 0.2, 0.5, 0, 0, 1.5, 3);
  }

  @Test
  void aReadersWordMovesTheStrength() {
    Evidence doubted = evidence(0.6, 0.5, new Reading(-4, new Span(0, 2), -1));
    Evidence confirmed = evidence(0.6, 0.5, new Reading(4, new Span(0, 2), -1));

    assertThat(doubted.strength()).isBetween(0.0, 1.0);
    assertThat(confirmed.strength()).isBetween(0.0, 1.0).isGreaterThan(doubted.strength());
    assertThat(evidence(0.6, 0.5, new Reading(4, new Span(0, 2), 0)).strength())
        .isGreaterThanOrEqualTo(confirmed.strength());
  }

  private static Evidence evidence(double cosine, double coverage, @Nullable Reading reading) {
    return new Evidence(cosine, coverage, 0, false, 12, 0, reading);
  }
}
