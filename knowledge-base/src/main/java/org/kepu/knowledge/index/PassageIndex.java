package org.kepu.knowledge.index;

import java.util.Optional;
import org.kepu.knowledge.search.Generation;

/**
 * Keeps the index in generations. One is live and answers; another may be built beside it, and
 * takes its place in one step once it is whole. Whatever stops a build, the live one stays as it
 * was.
 *
 * <p>Safe for use by several threads; one generation is built at a time.
 */
public interface PassageIndex extends AutoCloseable {

  /**
   * The live generation, held for the caller, who closes it when the question is answered; a swap
   * meanwhile does not touch it. Empty until a first generation was published.
   */
  Optional<Generation> live();

  /**
   * Begins a generation.
   *
   * @param fingerprint names everything that shapes it: the same fingerprint, the same answers
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine cannot write
   */
  GenerationBuilder begin(String fingerprint);

  @Override
  void close();
}
