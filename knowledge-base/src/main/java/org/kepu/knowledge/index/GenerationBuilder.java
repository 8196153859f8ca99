package org.kepu.knowledge.index;

/** Writes a generation that nobody sees until it is published. For use by one thread. */
public interface GenerationBuilder extends AutoCloseable {

  /** Adds a passage. The order of adding decides between equal scores. */
  void add(EmbeddedPassage passage);

  /**
   * Checks what was written and makes it the live generation, in one step.
   *
   * @throws org.kepu.knowledge.search.IndexFailureException if it is not whole; the live generation
   *     stays
   */
  void publish();

  /** Discards the generation unless it was published. */
  @Override
  void close();
}
