package org.kepu.knowledge.reader;

import org.kepu.knowledge.passage.Passage;

/**
 * Reads a question and a passage together. Far better than comparing two vectors, and dearer by the
 * length of the passage: its cost is tokens.
 *
 * <p>Reading is a function of its arguments. Safe for use by several threads.
 */
public interface Reader extends AutoCloseable {

  /** How many tokens {@link #read} would take in, 1 or more. */
  int tokens(String question, Passage passage);

  /** Whether {@code passage} answers {@code question}, and where. */
  Reading read(String question, Passage passage);

  /** Names the model and how it is read: another id, other readings. */
  String id();

  @Override
  void close();
}
