package org.kepu.knowledge.embedding;

/**
 * Keeps vectors from one ingest to the next by the texts they were computed from, so that a text
 * which was embedded once is not embedded again: not in a changed document, not by an ingest that
 * was stopped and begins again, not for an index of another layout or engine.
 *
 * <p>It is an aid. It may lose any vector at any time, but never gives a wrong one, and where it
 * fails it keeps nothing.
 */
public interface VectorStore {

  /** Keeps nothing. */
  VectorStore NONE = embedder -> KeptVectors.NONE;

  /** The vectors of {@code embedder}, for one ingest; those of any other are dropped. */
  KeptVectors open(Embedder embedder);
}
