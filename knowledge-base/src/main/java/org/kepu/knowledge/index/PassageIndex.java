package org.kepu.knowledge.index;

import java.util.Optional;
import org.kepu.knowledge.search.Generation;

/**
 * Keeps the index in generations. One is live and answers; another may be built beside it, and
 * takes its place in one step once it is whole. Whatever stops a build, the live one stays as it
 * was. The one that was live before is kept, to step back to.
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
   * @param embedder names the model whose vectors it will hold
   * @throws org.kepu.knowledge.search.IndexFailureException if the engine cannot write
   */
  GenerationBuilder begin(String fingerprint, String embedder);

  /**
   * Makes the generation live that was live before the last one was published, in one step. The one
   * that was live is kept in its place: a second step back returns to it.
   *
   * @return false if there is none to step back to; nothing changes
   * @throws org.kepu.knowledge.search.IndexFailureException if that one is not whole any more, or
   *     the engine cannot write; the live generation stays
   */
  boolean stepBack();

  /**
   * The fingerprint of the generation that was stepped back from: it was found wanting, so it is
   * not built again of the same documents. Empty once another is published or it was returned to.
   */
  Optional<String> withdrawn();

  @Override
  void close();
}
