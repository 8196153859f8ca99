package org.kepu.knowledge.reader;

import java.util.Objects;
import org.kepu.knowledge.document.Span;

/**
 * What a reader saw in a passage.
 *
 * @param relevance how much speaks for the passage answering the question: log-odds, unbounded
 * @param answer where the answer stands in the passage's text
 * @param certainty how sure the reader is of that place: the logarithm of its probability among all
 *     places, 0 at best
 */
public record Reading(double relevance, Span answer, double certainty) {

  public Reading {
    Objects.requireNonNull(answer, "answer");
  }
}
