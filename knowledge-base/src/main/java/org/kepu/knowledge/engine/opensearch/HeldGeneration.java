package org.kepu.knowledge.engine.opensearch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.kepu.knowledge.passage.Passage;

/** A generation that some are asking, with what was already fetched of it: it does not change. */
final class HeldGeneration {

  private static final int PASSAGES_AT_HAND = 20_000;
  private static final int WORDS_AT_HAND = 50_000;

  private final Cluster cluster;
  private final String name;
  private final Description description;
  private final int dimension;

  /** Passages by their ids. */
  final Cache<String, Passage> passages = cache(PASSAGES_AT_HAND);

  /** Variants by the sections whose place they take; empty where there is none. */
  final Cache<String, Optional<Passage>> variants = cache(PASSAGES_AT_HAND);

  /** Weights by words. */
  final Cache<String, Double> weights = cache(WORDS_AT_HAND);

  private int holds;

  /**
   * @param dimension of its vectors, 0 if it has none
   */
  HeldGeneration(Cluster cluster, String name, Description description, int dimension) {
    this.cluster = cluster;
    this.name = name;
    this.description = description;
    this.dimension = dimension;
  }

  Cluster cluster() {
    return cluster;
  }

  String name() {
    return name;
  }

  Description description() {
    return description;
  }

  int dimension() {
    return dimension;
  }

  /** Counts one more who asks it; under the lock of the index. */
  void hold() {
    holds++;
  }

  /** Counts one less. */
  void release() {
    holds--;
  }

  boolean held() {
    return holds > 0;
  }

  private static <V> Cache<String, V> cache(int size) {
    return Caffeine.newBuilder().maximumSize(size).build();
  }
}
