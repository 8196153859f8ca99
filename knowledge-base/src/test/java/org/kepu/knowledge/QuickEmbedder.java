package org.kepu.knowledge;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.kepu.knowledge.embedding.Embedder;

/**
 * Vectors without meaning, other ones for other texts, in no time: where a test is about what is
 * done with vectors. Counts how often it is asked.
 */
public final class QuickEmbedder implements Embedder {

  private static final int DIMENSIONS = 32;

  private final String id;
  private final AtomicInteger asked = new AtomicInteger();

  public QuickEmbedder() {
    this("quick/1");
  }

  public QuickEmbedder(String id) {
    this.id = id;
  }

  @Override
  public float[] embed(String text) {
    asked.incrementAndGet();
    SplittableRandom random = new SplittableRandom((id + text).hashCode());
    float[] vector = new float[DIMENSIONS];
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextDouble(-1, 1);
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(sum));
    }
    return vector;
  }

  /** How many texts it was asked for so far. */
  public int asked() {
    return asked.get();
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void close() {}
}
