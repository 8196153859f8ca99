package org.kepu.knowledge.reader;

/**
 * Reads a question and a page together. Far better than comparing two vectors, and dearer by the
 * length of the page: its cost is tokens.
 *
 * <p>Reading is a function of its arguments. Safe for use by several threads.
 */
public interface Reader extends AutoCloseable {

  /** How many tokens {@link #read} would take in, 1 or more. */
  int tokens(String question, Page page);

  /** Whether {@code page} answers {@code question}, and where in its text. */
  Reading read(String question, Page page);

  /** Names the model and how it is read: another id, other readings. */
  String id();

  @Override
  void close();
}
