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

/** Fused scores and what the reader says, joined. */
class RerankingTest {

  @ParameterizedTest(name = "{0} read with log-odds {1} and certainty {2} scores {3}")
  @CsvSource({
    "0.6, 0, 0, 0.6",
    "0.6, 2, 0, 0.8",
    "0.6, -2, 0, 0.4",
    "0.6, 2, 10, 1.3",
    "-0.2, 1, -2, -0.2",
  })
  void logOddsAndCertaintyAreAddedByTheirWeights(
      double fused, double logOdds, double certainty, double score) {
    Reading reading = new Reading(logOdds, new Span(0, 0), certainty);

    assertThat(new Reranking(0.1, 0.5).score(fused, reading)).isCloseTo(score, within(1e-12));
  }

  @Test
  void aWeightOfNothingLeavesTheFusedScore() {
    Reranking none = new Reranking(0, 1);

    assertThat(none.score(0.7, new Reading(9, new Span(0, 0), 9))).isEqualTo(0.7);
    assertThat(none.unread(0.7)).isEqualTo(0.7);
  }

  @Test
  void whatNobodyReadComesAfterWhatWasConfirmed() {
    Reading confirmed = new Reading(3, new Span(0, 1), 8);

    assertThat(Reranking.STANDARD.unread(0.7)).isLessThan(Reranking.STANDARD.score(0.6, confirmed));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.NEGATIVE_INFINITY})
  void aWeightBelowNothingIsRefused(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reranking(weight, 0))
        .withMessageContaining(String.valueOf(weight));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reranking(0, weight))
        .withMessageContaining(String.valueOf(weight));
  }
}
