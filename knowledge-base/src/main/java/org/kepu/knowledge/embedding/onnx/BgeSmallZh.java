package org.kepu.knowledge.embedding.onnx;

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
 * The card's query instruction is left out: measured, it does not help here. The graph computes
 * that state and no other of the last layer; {@code knowledge-base/model} rebuilds it from the
 * published one, whose weights it keeps.
 */
public final class BgeSmallZh implements Embedder {

  private static final int DIMENSIONS = 512;
  private static final int MAX_TOKENS = 512;
  private static final String MODEL =
      "/org/kepu/knowledge/embedding/onnx/bge-small-zh-v1.5-cls.onnx";
  private static final String TOKENS = "input_ids";

  private final OnnxModel model = new OnnxModel(MODEL, Set.of(TOKENS), List.of("state"));

  @Override
  public float[] embed(String text) {
    long[] ids = BgeVocabulary.wordPieces().encode(TextForms.forEmbedding(text), MAX_TOKENS);
    return unitLength(model.run(Map.of(TOKENS, ids), DIMENSIONS).getFirst());
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String id() {
    return "bge-small-zh-v1.5/int8/cls/lower-case/2";
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
