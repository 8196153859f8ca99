package org.kepu.evaluation.indexing;

import java.util.SplittableRandom;
import org.kepu.knowledge.embedding.Embedder;

/** A vector for each text, as long as the model's, in a direction that means nothing. */
final class DirectionsOfTexts implements Embedder {

  private static final int DIMENSIONS = 512;

  @Override
  public float[] embed(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    double[] direction = random.doubles(DIMENSIONS, -1, 1).toArray();
    double norm = 0;
    for (double part : direction) {
      norm += part * part;
    }
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) (direction[i] / Math.sqrt(norm));
    }
    return vector;
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public String id() {
    return "directions/1";
  }

  @Override
  public void close() {}
}
