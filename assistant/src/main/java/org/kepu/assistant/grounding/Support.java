package org.kepu.assistant.grounding;

import java.util.Objects;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;

/**
 * The place that supports a sentence, or a part of it.
 *
 * @param passage where it stands
 * @param span in the passage's text
 */
public record Support(Passage passage, Span span) {

  public Support {
    Objects.requireNonNull(passage, "passage");
    Objects.requireNonNull(span, "span");
  }
}
