package org.kepu.evaluation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;

class ScalingTest {

  private static final int REAL = 200;
  private static final int MADE = 1_000;

  private final Stock stock = Vectors.stock(REAL);
  private final Scaling scaling = scaling(1);

  @Test
  void theFirstAreTheRealOnes() {
    assertThat(scaling.first(REAL)).isEqualTo(stock.passages());
    assertThat(scaling.real()).isEqualTo(REAL);
  }

  @Test
  void theSameSeedGivesTheSamePassagesInWhateverOrder() {
    Scaling again = scaling(1);
    for (int number : new int[] {REAL + 700, REAL, REAL + 3}) {
      EmbeddedPassage one = scaling.passage(number);
      EmbeddedPassage other = again.passage(number);
      assertThat(other.passage()).isEqualTo(one.passage());
      assertThat(other.vectors()).usingRecursiveComparison().isEqualTo(one.vectors());
    }
  }

  @Test
  void anotherSeedGivesOthers() {
    assertThat(scaling(7_000_000).passage(REAL).passage().text())
        .isNotEqualTo(scaling.passage(REAL).passage().text());
  }

  @Test
  void madePassagesAreMadeOfRealSentencesAndTitles() {
    Set<String> titles =
        stock.passages().stream().map(each -> each.passage().title()).collect(Collectors.toSet());
    Set<String> windows =
        stock.passages().stream()
            .flatMap(each -> Stock.windows(each.passage()).stream().skip(1))
            .collect(Collectors.toSet());
    made()
        .forEach(
            each -> {
              Passage passage = each.passage();
              assertThat(titles).contains(passage.title());
              String left = passage.text();
              while (!left.isEmpty()) {
                String rest = left;
                String next = windows.stream().filter(rest::startsWith).findFirst().orElseThrow();
                left = left.substring(next.length());
              }
            });
  }

  @Test
  void madePassagesHaveAVectorForTheirTitleAndEachWindowAndAnIdOfTheirOwn() {
    List<EmbeddedPassage> made = made().toList();

    assertThat(made).extracting(each -> each.passage().id()).doesNotHaveDuplicates();
    assertThat(made).extracting(each -> each.vectors().size()).containsOnly(2, 4);
  }

  @Test
  void madeVectorsHaveLengthOneAndNoneIsThereTwice() {
    List<float[]> vectors = made().flatMap(each -> each.vectors().stream()).toList();

    assertThat(vectors)
        .allSatisfy(v -> assertThat(VectorUtil.dotProduct(v, v)).isCloseTo(1, within(1e-5f)));
    assertThat(vectors.stream().map(v -> List.of(v[0], v[1], v[2], v[3])).distinct())
        .hasSameSizeAs(vectors);
  }

  @Test
  void nearNeighboursAreAsNearAsAmongRealOnesOrALittleNearer() {
    double real = Turning.asNearAs(Vectors.ofTexts(stock.passages()), MADE).median();
    List<EmbeddedPassage> all = scaling.first(REAL + MADE).toList();
    double scaled = Turning.asNearAs(Vectors.ofTexts(all), MADE).median();

    // Among several made of one vector, some are near to each other by chance.
    assertThat(Math.toDegrees(scaled))
        .isBetween(Math.toDegrees(real) - 10, Math.toDegrees(real) + 1);
  }

  private Stream<EmbeddedPassage> made() {
    return scaling.first(REAL + MADE).skip(REAL);
  }

  private Scaling scaling(long seed) {
    return new Scaling(stock, new int[] {1, 3}, stock.turning(), seed);
  }
}
