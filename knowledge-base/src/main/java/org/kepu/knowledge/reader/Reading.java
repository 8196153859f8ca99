package org.kepu.knowledge.reader;

import java.util.Objects;
import org.kepu.knowledge.document.Span;

/**
 * What a reader saw on a page.
 *
 * @param relevance how much speaks for the page answering the question: log-odds, unbounded
 * @param answer where the answer stands in the page's text
 * @param certainty how much speaks for that place: the sum of the logits of its two ends, unbounded
 */
public record Reading(double relevance, Span answer, double certainty) {

  public Reading {
    Objects.requireNonNull(answer, "answer");
  }
}
