package org.kepu.assistant.answer.quote;

import java.util.Objects;
import org.kepu.knowledge.document.Span;

/**
 * What is said of a passage's text.
 *
 * @param span where it stands in that text
 * @param text as it is said: the text there, or that text put more simply
 */
record Piece(Span span, String text) {

  Piece {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
  }

  static Piece literal(String text, Span span) {
    return new Piece(span, span.of(text));
  }
}
