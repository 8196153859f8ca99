package org.kepu.knowledge.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.kepu.knowledge.passage.Passage;

/**
 * One generation of the index, for reading. Nothing changes under a reader.
 *
 * <p>Lists are ordered by score, falling, and between equal scores by the order of indexing: the
 * same question gives the same list, on every run. Where the engine fails, every method throws
 * {@link IndexFailureException}.
 */
public interface Generation extends AutoCloseable {

  /** Names everything that shaped this generation. */
  String fingerprint();

  /**
   * Names the model whose vectors it holds; no other model's vectors may be looked for in it. Empty
   * where an older layout does not say.
   */
  String embedder();

  /** The version of every document that has a passage here, variants' too, by the document's id. */
  SortedMap<String, String> documents();

  /** How many passages it finds; variants are not counted. */
  int size();

  /** The passages that share words with {@code question}, scored by BM25; at most {@code k}. */
  List<Hit> matching(String question, int k);

  /**
   * The passages with the window nearest to {@code vector}, scored by cosine; at most {@code k}.
   */
  List<Hit> nearest(float[] vector, int k);

  /** The words of {@code question} as they are matched, each once, with how rare they are. */
  List<QueryTerm> terms(String question);

  /** The passages of these ids, in this order; ids it does not hold are left out. */
  List<Passage> passages(Collection<String> ids);

  /**
   * What is given to children in place of {@code passage}: a passage of a document that is a {@link
   * org.kepu.knowledge.document.Role.Variant} of its document, under the same heading. Variants are
   * in no list.
   */
  Optional<Passage> variantOf(Passage passage);

  /** Lets go of this generation. */
  @Override
  void close();
}
