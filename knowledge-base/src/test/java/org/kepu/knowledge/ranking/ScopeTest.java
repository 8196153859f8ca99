package org.kepu.knowledge.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;

class ScopeTest {

  private static final Scope SCOPE =
      new Scope("model", 1, new float[] {2, 0}, Set.of("milu", "moon"));

  @ParameterizedTest(name = "{0} is {1} outside")
  @CsvSource({"1, 0", "-0.5, 0", "-1, 1", "-2, 3", "-10, 4"})
  void whatIsRatherAboutTheCollectionIsNotDoubtedAndNothingWithoutBounds(
      float number, double outside) {
    assertThat(SCOPE.outside(new float[] {number, 7}, "milu")).isEqualTo(outside);
  }

  @Test
  void nothingIsSaidOfPassagesFromElsewhere() {
    assertThat(SCOPE.outside(new float[] {-10, 0}, "an-institutes-own")).isZero();
    assertThat(Scope.ALL.outside(new float[] {-10, 0}, "milu")).isZero();
  }

  @Test
  void aVectorOfAnotherModelIsRefused() {
    assertThat(SCOPE.knows("model")).isTrue();
    assertThat(SCOPE.knows("another")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SCOPE.outside(new float[] {1, 2, 3}, "milu"))
        .withMessageContaining("2 numbers, not 3");
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    Scope read = Scope.read(SCOPE.written(), Set.of("milu"));

    assertThat(read.knows("model")).isTrue();
    assertThat(read.written()).isEqualTo(SCOPE.written());
    assertThat(read.outside(new float[] {-2, 0}, "milu")).isEqualTo(3);
  }

  @Test
  void aFileThatIsNoneIsNamedWithTheWayOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.read("title\n", Set.of()))
        .withMessageContaining("train-scope");
  }

  @Test
  void theShippedOneTellsNatureFromTheRest() {
    try (BgeSmallZh embedder = new BgeSmallZh()) {
      Scope scope = Scope.shipped(StarterCollection.documents());

      assertThat(scope.knows(embedder.id())).isTrue();
      for (String question : new String[] {"麋鹿为什么叫四不像？", "月亮为什么会变圆变弯？", "恐龙是怎么灭绝的？"}) {
        assertThat(scope.score(embedder.embed(question))).as(question).isPositive();
      }
      for (String question : new String[] {"怎么给手机贴膜？", "这部电影的导演是谁？", "公司年会一般几点开始？"}) {
        assertThat(scope.score(embedder.embed(question))).as(question).isNegative();
      }
    }
  }
}
