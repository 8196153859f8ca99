package org.kepu.knowledge.embedding;

import org.jspecify.annotations.Nullable;

/** The vectors of one model, as long as an ingest lasts. Safe for use by several threads. */
public interface KeptVectors extends AutoCloseable {

  /** Knows no text and keeps none. */
  KeptVectors NONE =
      new KeptVectors() {
        @Override
        public boolean knows(String text) {
          return false;
        }

        @Override
        public float @Nullable [] find(String text) {
          return null;
        }

        @Override
        public void keep(String text, float[] vector) {}

        @Override
        public void forgetUnused() {}

        @Override
        public void close() {}
      };

  /** Whether {@link #find} would give a vector. */
  boolean knows(String text);

  /** What the embedder gave for exactly this text, to the bit; null if that is not known. */
  float @Nullable [] find(String text);

  void keep(String text, float[] vector);

  /**
   * Drops vectors that were neither looked for nor kept since this was opened, once they are more
   * than those that were.
   */
  void forgetUnused();

  @Override
  void close();
}
