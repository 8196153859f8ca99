package org.kepu.knowledge.index;

import java.util.Collections;
import java.util.SortedMap;
import org.kepu.knowledge.search.Generation;

/** Writes a generation that nobody sees until it is published. For use by one thread. */
public interface GenerationBuilder extends AutoCloseable {

  /**
   * Takes over from the live generation what it holds of these documents, where that costs less
   * than adding it again. Called before anything is added, by someone who knows that the live
   * generation was made in the same way: of passages cut alike, with the same embedder and layout.
   * Found and scored, what was taken over is as if it had been added.
   *
   * @param versions a version for each document's id
   * @return those that were taken over, whole; the caller adds the others. An engine that cannot do
   *     it takes over none
   */
  default SortedMap<String, String> takeOver(SortedMap<String, String> versions) {
    return Collections.emptySortedMap();
  }

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
