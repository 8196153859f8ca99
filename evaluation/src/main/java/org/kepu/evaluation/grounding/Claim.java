package org.kepu.evaluation.grounding;

import java.util.List;
import java.util.Objects;
import org.kepu.knowledge.passage.Passage;

/**
 * A sentence as a model might write it.
 *
 * @param kind how it was put in other words, or what was altered in it
 * @param text the sentence
 * @param cited the passages it names as its sources
 * @param original what the collection says there
 */
record Claim(String kind, String text, List<Passage> cited, String original) {
  Claim {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    cited = List.copyOf(cited);
  }
}
