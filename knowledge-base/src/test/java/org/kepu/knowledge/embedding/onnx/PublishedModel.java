package org.kepu.knowledge.embedding.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.onnx.OnnxModel;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;

/** The quantised graph as it was published, which computes every token's state in every layer. */
final class PublishedModel implements AutoCloseable {

  private static final int WIDTH = 512;

  private final OnnxModel model =
      new OnnxModel(
          "/bge-small-zh-v1.5-q.onnx",
          Set.of("input_ids", "attention_mask", "token_type_ids"),
          List.of("last_hidden_state"));

  /** The state of {@code [CLS]}, of any length. */
  float[] state(String text) {
    long[] ids = BgeVocabulary.wordPieces().encode(TextForms.forEmbedding(text), 512);
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    return model
        .run(
            Map.of(
                "input_ids", ids, "attention_mask", mask, "token_type_ids", new long[mask.length]),
            WIDTH)
        .getFirst();
  }

  @Override
  public void close() {
    model.close();
  }
}
