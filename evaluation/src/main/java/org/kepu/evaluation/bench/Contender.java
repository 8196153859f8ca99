package org.kepu.evaluation.bench;

import java.util.List;

/**
 * A way to find passages, or a part of one.
 *
 * @param name in the figures
 * @param title in the tables
 * @param rival the contender of the product that does the same; null for the product's own
 * @param every of how many questions it is asked one: those that take long have a share of them
 * @param search finds the documents, best first
 */
record Contender(
    String name,
    String title,
    @org.jspecify.annotations.Nullable String rival,
    int every,
    Search search) {

  /** How many passages are asked for. */
  static final int RESULTS = 10;

  /** One of the product's own. */
  static Contender own(String name, String title, Search search) {
    return new Contender(name, title, null, 1, search);
  }

  /** Finds the documents for a question, best first; safe for use by several threads. */
  @FunctionalInterface
  interface Search {
    List<String> of(String question);
  }
}
