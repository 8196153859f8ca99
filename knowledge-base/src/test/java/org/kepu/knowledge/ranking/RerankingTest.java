package org.kepu.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.reader.Reading;

class RerankingTest {

  @ParameterizedTest(name = "{0} read with log-odds {1} scores {2}")
  @CsvSource({
    "0.6, 0, 1.6",
    "0.6, 1.0986122886681098, 2.1",
    "0.6, -1.0986122886681098, 1.1",
    "-0.2, 0, 0.8",
    "0.6, 1000, 2.6",
    "0.6, -1000, 0.6",
  })
  void theReadersProbabilityIsAddedByItsWeight(double fused, double logOdds, double score) {
    assertThat(new Reranking(2).score(fused, reading(logOdds))).isCloseTo(score, within(1e-12));
  }

  @Test
  void aWeightOfNothingLeavesTheFusedScore() {
    assertThat(new Reranking(0).score(0.7, reading(9))).isEqualTo(0.7);
  }

  @Test
  void whatWasReadNeverScoresLessThanUnread() {
    assertThat(Reranking.STANDARD.score(0.7, reading(-50))).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void theReadersCertaintyOfThePlaceCountsForNothing() {
    Reading sure = new Reading(2, new Span(0, 1), 0);
    Reading unsure = new Reading(2, new Span(3, 9), -8);

    assertThat(Reranking.STANDARD.score(0.5, sure))
        .isEqualTo(Reranking.STANDARD.score(0.5, unsure));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void aWeightBelowNothingIsRefused(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reranking(weight))
        .withMessageContaining(String.valueOf(weight));
  }

  private static Reading reading(double relevance) {
    return new Reading(relevance, new Span(0, 0), 0);
  }
}
