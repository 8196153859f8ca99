package org.kepu.knowledge.passage;

import java.util.Objects;
import org.kepu.knowledge.document.Span;

/**
 * A small part of a passage with a vector of its own. A vector of a whole passage finds the article
 * and loses the paragraph; one of a hundred characters does not.
 *
 * @param span where it stands in the passage's text; empty for the heading's window
 * @param text what is embedded
 */
public record Window(Span span, String text) {

  public Window {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(text, "text");
  }
}
