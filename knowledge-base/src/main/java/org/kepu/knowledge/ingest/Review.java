package org.kepu.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.search.IndexFailureException;

/**
 * Looks at a generation before it goes live: are all documents and passages in it, and does it find
 * some of them by their own words and vectors?
 */
final class Review {

  /** How many passages are asked for. */
  static final int CANARIES = 20;

  /** A graph of vectors is searched by approximation: so many in a hundred may be missed. */
  private static final int MISSES_PER_HUNDRED = 10;

  private static final int DEPTH = 60;
  private static final double SAME = 0.999;

  private final int interval;
  private final List<EmbeddedPassage> canaries = new ArrayList<>();
  private int added;
  private int takenOver;

  /**
   * @param passages how many will be added
   */
  Review(int passages) {
    interval = Math.max(1, passages / CANARIES);
  }

  /**
   * Takes note of passages that were not added, because the generation has them from the one
   * before.
   *
   * @param passages how many it should find
   * @param some of them, to ask for
   */
  void takenOver(int passages, List<EmbeddedPassage> some) {
    takenOver = passages;
    some.stream()
        .filter(embedded -> !(embedded.passage().role() instanceof Role.Variant))
        .forEach(canaries::add);
  }

  /** Takes note of a passage that is added. */
  void added(EmbeddedPassage embedded) {
    if (embedded.passage().role() instanceof Role.Variant) {
      return;
    }
    if (added++ % interval == 0) {
      canaries.add(embedded);
    }
  }

  /** How many passages it should find. */
  int passages() {
    return takenOver + added;
  }

  /**
   * Compares it with what was added.
   *
   * @param versions of the documents it is made of, as the catalogue has them
   * @throws IndexFailureException if it lacks something
   */
  void of(Generation generation, SortedMap<String, String> versions) {
    if (generation.size() != passages()) {
      throw refused("it finds %d passages of %d".formatted(generation.size(), passages()));
    }
    if (!generation.documents().equals(versions)) {
      throw refused(
          "its %d documents are not the %d of the catalogue"
              .formatted(generation.documents().size(), versions.size()));
    }
    long missed = canaries.stream().filter(canary -> !finds(generation, canary)).count();
    if (missed * 100 > (long) canaries.size() * MISSES_PER_HUNDRED) {
      throw refused(
          "it does not find %d of %d passages by themselves".formatted(missed, canaries.size()));
    }
  }

  private static boolean finds(Generation generation, EmbeddedPassage canary) {
    Passage passage = canary.passage();
    List<Hit> byWords = generation.matching(passage.forMatching(), DEPTH);
    // Among many passages of the same words, others may stand before it.
    boolean foundByWords =
        byWords.size() == DEPTH
            || byWords.stream().anyMatch(hit -> hit.passageId().equals(passage.id()))
            || generation.terms(passage.forMatching()).isEmpty();
    return generation.passages(List.of(passage.id())).equals(List.of(passage))
        && foundByWords
        && canary.vectors().stream().allMatch(vector -> findsNear(generation, vector));
  }

  private static boolean findsNear(Generation generation, float[] vector) {
    List<Hit> nearest = generation.nearest(vector, 1);
    return !nearest.isEmpty() && nearest.getFirst().score() >= SAME;
  }

  private static IndexFailureException refused(String why) {
    return new IndexFailureException(
        "The new index is refused: " + why + "; the live one stays", null);
  }
}
