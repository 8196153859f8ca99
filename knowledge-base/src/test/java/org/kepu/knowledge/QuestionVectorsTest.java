package org.kepu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.translation.EnglishGlossary;

class QuestionVectorsTest {

  private final Counting embedder = new Counting();
  private final QuestionVectors vectors =
      new QuestionVectors(embedder, StarterCollection.names(), EnglishGlossary.NONE);

  @Test
  void whatWasLookedAtIsNotEmbeddedAgainForTheSearch() {
    float[] meaning = vectors.meaning("Elaphurus davidianus吃什么");

    assertThat(vectors.take(vectors.asked("Elaphurus davidianus吃什么"))).isEqualTo(meaning);
    assertThat(embedder.texts).containsExactly("麋鹿吃什么？");
  }

  @Test
  void aVectorIsHandedOverOnce() {
    vectors.meaning("Elaphurus davidianus吃什么");
    vectors.take("麋鹿吃什么？");
    vectors.take("麋鹿吃什么？");

    assertThat(embedder.texts).hasSize(2);
  }

  @Test
  void aQuestionThatNobodyLookedAtIsEmbedded() {
    assertThat(vectors.take("麋鹿吃什么？")).containsExactly(6);
  }

  /** Remembers what it was asked for. */
  private static final class Counting implements Embedder {

    private final List<String> texts = new ArrayList<>();

    @Override
    public float[] embed(String text) {
      texts.add(text);
      return new float[] {text.length()};
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public String id() {
      return "counting";
    }

    @Override
    public void close() {}
  }
}
