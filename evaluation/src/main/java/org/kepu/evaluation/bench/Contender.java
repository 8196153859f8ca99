package org.kepu.evaluation.bench;

import java.util.List;

/**
 * A way to find passages, or a part of one.
 *
 * @param name in the figures
 * @param every of how many questions it is asked one: those that take long have a share of them
 * @param search finds the documents, best first
 */
record Contender(String name, int every, Search search) {

  /** How many passages are asked for. */
  static final int RESULTS = 10;

  /** One that is asked every question. */
  static Contender of(String name, Search search) {
    return new Contender(name, 1, search);
  }

  /** Finds the documents for a question, best first; safe for use by several threads. */
  @FunctionalInterface
  interface Search {
    List<String> of(String question);
  }
}
