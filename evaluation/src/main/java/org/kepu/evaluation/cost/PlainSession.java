package org.kepu.evaluation.cost;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.onnx.OnnxModel;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;

/** bge-small-zh-v1.5 as published, quantised, in a session of ONNX Runtime with one thread. */
final class PlainSession implements AutoCloseable {

  private static final int WIDTH = 512;
  private static final int MAX_TOKENS = 512;

  private final OnnxModel model =
      new OnnxModel(
          "/bge-small-zh-v1.5-q.onnx",
          Set.of("input_ids", "attention_mask", "token_type_ids"),
          List.of("last_hidden_state"));

  /** The state of {@code [CLS]}, of any length. */
  float[] embed(String text) {
    long[] ids = BgeVocabulary.wordPieces().encode(TextForms.forEmbedding(text), MAX_TOKENS);
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    long[] types = new long[ids.length];
    return model
        .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types), WIDTH)
        .getFirst();
  }

  @Override
  public void close() {
    model.close();
  }
}
