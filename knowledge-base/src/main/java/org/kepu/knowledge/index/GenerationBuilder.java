package org.kepu.knowledge.index;

import org.kepu.knowledge.search.Generation;

/** Writes a generation that nobody sees until it is published. For use by one thread. */
public interface GenerationBuilder extends AutoCloseable {

  /** Adds a passage. The order of adding decides between equal scores. */
  void add(EmbeddedPassage passage);

  /**
   * Completes the generation, checks that it lies on disk as it was meant, and opens it for a look
   * before anyone else can ask it. The caller closes what is returned. Nothing can be added after.
   *
   * @throws org.kepu.knowledge.search.IndexFailureException if it is not whole; the live generation
   *     stays
   */
  Generation review();

  /**
   * Makes it the live generation, in one step; it is completed and checked before, where {@link
   * #review} was not called.
   *
   * @throws org.kepu.knowledge.search.IndexFailureException if it is not whole; the live generation
   *     stays
   */
  void publish();

  /** Discards the generation unless it was published. */
  @Override
  void close();
}
