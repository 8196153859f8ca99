package org.kepu.knowledge.engine.opensearch;

import java.util.UUID;

/**
 * The names of all that a service keeps in its cluster.
 *
 * @param prefix which service
 */
record Names(String prefix) {

  static final String GENERATION = "-generation-";

  /** Where questions go. */
  String live() {
    return prefix + "-live";
  }

  /** What is stepped back to. */
  String previous() {
    return prefix + "-previous";
  }

  /** What was stepped back from; the previous one at the same time. */
  String withdrawn() {
    return prefix + "-withdrawn";
  }

  /** The template after which generations are made. */
  String template() {
    return prefix + "-generation";
  }

  /** A name that no generation has yet. */
  String freshGeneration() {
    return prefix + GENERATION + UUID.randomUUID();
  }

  /** All generations. */
  String generations() {
    return prefix + GENERATION + "*";
  }
}
