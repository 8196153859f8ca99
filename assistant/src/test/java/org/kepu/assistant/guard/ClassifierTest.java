package org.kepu.assistant.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.guard.Classifier.Row;

class ClassifierTest {

  private static final Classifier SMALL =
      new Classifier(
          "model/1",
          "abc",
          List.of(
              new Row(null, 0, List.of(0.0, 0.0)), new Row(Concern.HARM, 1, List.of(2.0, -1.5))));

  @Test
  void theShippedOneKnowsEveryConcern() {
    assertThat(Classifier.shipped().judge(new float[512])).containsOnlyKeys(Concern.values());
  }

  @Test
  void howLikelyFollowsFromTheScores() {
    // 1 + 2 * 1 - 1.5 * 1 = 1.5; 1 / (1 + e^-1.5) = 0.8176.
    assertThat(SMALL.judge(new float[] {1, 1}).get(Concern.HARM)).isEqualTo(0.8176, within(1e-4));
  }

  @Test
  void itIsReadAsItWasWritten() {
    Classifier read = Classifier.read(SMALL.written());

    assertThat(read.written()).isEqualTo(SMALL.written());
    assertThat(read.embedder()).isEqualTo("model/1");
    assertThat(read.examples()).isEqualTo("abc");
  }

  @Test
  void aWeightThatWasChangedIsNoticed() {
    assertThatThrownBy(() -> Classifier.read(SMALL.written().replace("-1.500", "-1.501")))
        .hasMessageContaining("SHA-256")
        .hasMessageContaining("train-guard");
  }

  @Test
  void anotherFileIsRefused() {
    assertThatThrownBy(() -> Classifier.read("harm\t1")).hasMessageContaining("train-guard");
  }

  @Test
  void aVectorOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> SMALL.judge(new float[3])).hasMessageContaining("2 numbers, not 3");
  }
}
