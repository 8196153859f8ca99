package org.kepu.knowledge.embedding;

/**
 * Turns texts into vectors whose dot product says how near they are in meaning.
 *
 * <p>Safe for use by several threads. The same text always gives the same vector.
 */
public interface Embedder extends AutoCloseable {

  /**
   * The vector of {@code text}: {@link #dimensions()} numbers of Euclidean length 1. Text beyond
   * the model's limit is cut off; an empty text has a vector, too.
   */
  float[] embed(String text);

  int dimensions();

  /** Names the model and everything that shapes its vectors: other name, other vectors. */
  String id();

  @Override
  void close();
}
