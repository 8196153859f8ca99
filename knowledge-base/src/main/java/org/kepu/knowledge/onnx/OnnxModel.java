package org.kepu.knowledge.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model over sequences of tokens, one sequence a call, one thread a call: more threads help a
 * lone question and waste a busy machine. Safe for use by several threads; closing it waits for the
 * calls that are running, because a session that is released under a call takes the process down.
 */
public final class OnnxModel implements AutoCloseable {

  private final String resource;
  private final Set<String> outputs;
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private boolean closed;

  /**
   * Loads a model from the class path.
   *
   * @param inputs the inputs it must have, of shape [1, tokens] and 64-bit integers, and no others
   * @param outputs the outputs that are asked of it, of 32-bit floats
   * @throws IllegalStateException if the model is missing or has other inputs or outputs
   */
  public OnnxModel(String resource, Set<String> inputs, List<String> outputs) {
    this.resource = resource;
    this.outputs = new LinkedHashSet<>(outputs);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      session = environment.createSession(bytes(resource), options);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot load " + resource, e);
    }
    if (!session.getInputNames().equals(inputs)
        || !session.getOutputNames().containsAll(this.outputs)) {
      throw new IllegalStateException(
          "%s should map %s to %s, but maps %s to %s"
              .formatted(
                  resource, inputs, outputs, session.getInputNames(), session.getOutputNames()));
    }
  }

  /**
   * Runs it on one sequence.
   *
   * @param inputs a value a token for each input
   * @param most how many values of each output are wanted, from its beginning
   * @return the outputs in the order they were asked for, flattened
   * @throws IllegalStateException if it is closed
   */
  public List<float[]> run(Map<String, long[]> inputs, int most) {
    inUse.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(resource + " is closed");
      }
      return runOpen(inputs, most);
    } finally {
      inUse.readLock().unlock();
    }
  }

  private List<float[]> runOpen(Map<String, long[]> inputs, int most) {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, long[]> input : inputs.entrySet()) {
        tensors.put(input.getKey(), tensor(input.getValue()));
      }
      try (OrtSession.Result result = session.run(tensors, outputs)) {
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
          values.add(first(((OnnxTensor) result.get(i)).getFloatBuffer(), most));
        }
        return values;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed in " + resource, e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    inUse.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot release its session", e);
    } finally {
      inUse.writeLock().unlock();
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] first(FloatBuffer buffer, int most) {
    float[] values = new float[Math.min(most, buffer.remaining())];
    buffer.get(values);
    return values;
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = OnnxModel.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
