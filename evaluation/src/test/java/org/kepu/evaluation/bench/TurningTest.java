package org.kepu.evaluation.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;

class TurningTest {

  private static final float[] EAST = {1, 0, 0};
  private static final float[] NORTH = {0, 1, 0};

  @Test
  void aVectorIsTurnedByTheAngleTowardsTheOther() {
    float[] turned = Turning.turned(EAST, NORTH, Math.PI / 6);

    assertThat(turned).containsExactly(new float[] {0.8660254f, 0.5f, 0}, within(1e-6f));
  }

  @Test
  void theAngleIsKeptHoweverFarTheOtherIs() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      float[] vector = Vectors.near(new float[32], random);
      float[] towards = Vectors.near(new float[32], random);
      double angle = random.nextDouble() * Math.PI / 2;

      float[] turned = Turning.turned(vector, towards, angle);

      assertThat(VectorUtil.dotProduct(turned, turned)).isCloseTo(1, within(1e-5f));
      assertThat(VectorUtil.dotProduct(turned, vector))
          .isCloseTo((float) Math.cos(angle), within(1e-5f));
    }
  }

  @Test
  void towardsItselfAVectorStaysAsItIs() {
    assertThat(Turning.turned(EAST, EAST, 1)).containsExactly(EAST);
  }

  @Test
  void anglesAreThoseToTheNearestOfAnotherPassage() {
    float[] between = Turning.turned(EAST, NORTH, Math.PI / 5);

    Turning turning = Turning.asNearAs(List.of(List.of(EAST, EAST), List.of(between)), 10);

    assertThat(turning.median()).isCloseTo(Math.PI / 5, within(1e-3));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10; i++) {
      assertThat(VectorUtil.dotProduct(turning.turned(EAST, NORTH, random), EAST))
          .isCloseTo((float) Math.cos(Math.PI / 5), within(1e-3f));
    }
  }

  @Test
  void withoutAnglesThereIsNothingToTurnBy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Turning(new double[0]))
        .withMessageContaining("there are none");
  }
}
