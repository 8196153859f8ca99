package org.kepu.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.search.Hit;

class FusionTest {

  private static final List<Hit> BY_WORDS =
      List.of(new Hit("a", 8), new Hit("b", 4), new Hit("c", 2));
  private static final List<Hit> BY_MEANING =
      List.of(new Hit("c", 0.9), new Hit("a", 0.5), new Hit("d", 0.4));

  @Test
  void wordsAloneKeepTheOrderByWords() {
    assertThat(new Fusion(1).fuse(BY_WORDS, BY_MEANING))
        .extracting(Fused::passageId)
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void meaningAloneKeepsTheOrderByMeaning() {
    assertThat(new Fusion(0).fuse(BY_WORDS, BY_MEANING))
        .extracting(Fused::passageId)
        .containsExactly("c", "a", "b", "d");
  }

  @Test
  void aScoreIsTheWeightedSumOfBothWithTheBestByWordsAsOne() {
    List<Fused> fused = new Fusion(0.3).fuse(BY_WORDS, BY_MEANING);

    assertThat(fused).extracting(Fused::passageId).containsExactly("c", "a", "b", "d");
    assertThat(fused.get(0).score()).isCloseTo(0.3 * 2 / 8 + 0.7 * 0.9, within(1e-12));
    assertThat(fused.get(1).score()).isCloseTo(0.3 * 8 / 8 + 0.7 * 0.5, within(1e-12));
  }

  @Test
  void whatOneListLacksHasNoWordsInCommonOrThatListsLowestCosine() {
    List<Fused> fused = new Fusion(0.3).fuse(BY_WORDS, BY_MEANING);

    assertThat(fused.get(2)).isEqualTo(new Fused("b", 0.3 * 4 / 8 + 0.7 * 0.4, 4, 0.4));
    assertThat(fused.get(3)).isEqualTo(new Fused("d", 0.7 * 0.4, 0, 0.4));
  }

  @Test
  void equalScoresAreInTheOrderOfTheirIds() {
    List<Hit> byWords = List.of(new Hit("x", 1), new Hit("b", 1), new Hit("m", 1));

    assertThat(Fusion.STANDARD.fuse(byWords, List.of()))
        .extracting(Fused::passageId)
        .containsExactly("b", "m", "x");
  }

  @Test
  void oneListAloneIsFusedInItsOwnOrder() {
    assertThat(Fusion.STANDARD.fuse(BY_WORDS, List.of()))
        .extracting(Fused::passageId)
        .containsExactly("a", "b", "c");
    assertThat(Fusion.STANDARD.fuse(List.of(), BY_MEANING))
        .extracting(Fused::passageId)
        .containsExactly("c", "a", "d");
  }

  @Test
  void nothingAndNothingIsNothing() {
    assertThat(Fusion.STANDARD.fuse(List.of(), List.of())).isEmpty();
  }

  @Test
  void theSameListsAreFusedAlike() {
    assertThat(Fusion.STANDARD.fuse(BY_WORDS, BY_MEANING))
        .isEqualTo(Fusion.STANDARD.fuse(BY_WORDS, BY_MEANING));
  }

  @Test
  void theLowestCosineMayBeNegative() {
    List<Fused> fused = new Fusion(0).fuse(BY_WORDS, List.of(new Hit("z", -0.5)));

    assertThat(fused).extracting(Fused::cosine).containsOnly(-0.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void aWeightOutsideZeroToOneIsRefused(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fusion(weight))
        .withMessageContaining(String.valueOf(weight));
  }
}
