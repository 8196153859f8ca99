package org.kepu.knowledge.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OnnxModelTest {

  private static final String MODEL =
      "/org/kepu/knowledge/embedding/onnx/bge-small-zh-v1.5-cls.onnx";

  @Test
  void whatIsNotOnTheClassPathIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new OnnxModel("/none.onnx", Set.of("input_ids"), List.of("state")))
        .withMessage("/none.onnx is not on the class path");
  }

  @Test
  void otherInputsAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new OnnxModel(MODEL, Set.of("input_ids", "attention_mask"), List.of("state")))
        .withMessageContaining("but maps [input_ids] to [state]");
  }

  @Test
  void anOutputItDoesNotHaveIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new OnnxModel(MODEL, Set.of("input_ids"), List.of("last_hidden_state")))
        .withMessageContaining("to [last_hidden_state], but maps");
  }

  @Test
  void asManyValuesAreGivenAsAreWanted() {
    try (OnnxModel model = new OnnxModel(MODEL, Set.of("input_ids"), List.of("state"))) {
      Map<String, long[]> inputs = Map.of("input_ids", new long[] {101, 102});

      List<float[]> whole = model.run(inputs, 10_000);
      assertThat(whole).hasSize(1);
      assertThat(whole.getFirst()).hasSize(512);
      assertThat(model.run(inputs, 3).getFirst())
          .isEqualTo(java.util.Arrays.copyOf(whole.getFirst(), 3));
    }
  }

  @Test
  void closingWaitsForTheCallsThatAreRunning() throws Exception {
    OnnxModel model = new OnnxModel(MODEL, Set.of("input_ids"), List.of("state"));
    Map<String, long[]> inputs = Map.of("input_ids", LongStream.rangeClosed(101, 500).toArray());
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      CountDownLatch running = new CountDownLatch(2);
      List<Future<?>> calls =
          List.of(
              callers.submit(() -> runUntilClosed(model, inputs, running)),
              callers.submit(() -> runUntilClosed(model, inputs, running)));
      running.await();

      model.close();

      for (Future<?> call : calls) {
        assertThat(call.get()).asInstanceOf(THROWABLE).hasMessage(MODEL + " is closed");
      }
    }
  }

  @Test
  void closingAgainDoesNothing() {
    OnnxModel model = new OnnxModel(MODEL, Set.of("input_ids"), List.of("state"));
    model.close();

    assertThatNoException().isThrownBy(model::close);
  }

  private static IllegalStateException runUntilClosed(
      OnnxModel model, Map<String, long[]> inputs, CountDownLatch running) {
    while (true) {
      try {
        model.run(inputs, 512);
        running.countDown();
      } catch (IllegalStateException e) {
        return e;
      }
    }
  }
}
