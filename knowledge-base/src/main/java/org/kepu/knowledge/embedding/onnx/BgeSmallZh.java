package org.kepu.knowledge.embedding.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.onnx.OnnxModel;
import org.kepu.knowledge.text.BgeVocabulary;
import org.kepu.knowledge.text.TextForms;

/**
 * bge-small-zh-v1.5 (BAAI, MIT licence; 4 layers, 512 wide) with int8 weights, in ONNX Runtime.
 *
 * <p>The vector is the hidden state of {@code [CLS]}, scaled to length 1, as the model's card says.
 * The card's query instruction is left out: measured, it does not help here.
 */
public final class BgeSmallZh implements Embedder {

  private static final int DIMENSIONS = 512;
  private static final int MAX_TOKENS = 512;
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final OnnxModel model =
      new OnnxModel(MODEL, Set.of(TOKENS, MASK, TYPES), List.of("last_hidden_state"));

  @Override
  public float[] embed(String text) {
    long[] ids = BgeVocabulary.wordPieces().encode(TextForms.forEmbedding(text), MAX_TOKENS);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    // The state of [CLS] is the first of the sequence's.
    return unitLength(
        model
            .run(Map.of(TOKENS, ids, MASK, ones, TYPES, new long[ids.length]), DIMENSIONS)
            .getFirst());
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String id() {
    return "bge-small-zh-v1.5/int8/cls/lower-case/1";
  }

  @Override
  public void close() {
    model.close();
  }

  private static float[] unitLength(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(sum));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }
}
