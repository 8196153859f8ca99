package org.kepu.knowledge;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.reader.Reading;

/**
 * A passage that was found.
 *
 * @param passage the passage
 * @param score the fused score; comparable within one search only
 * @param cosine of the question and the passage's nearest window, −1 to 1
 * @param reading what the reader saw in it, null if it was not asked
 */
public record Finding(Passage passage, double score, double cosine, @Nullable Reading reading) {

  static final Comparator<Finding> BEST_FIRST =
      Comparator.comparingDouble(Finding::score)
          .reversed()
          .thenComparing(finding -> finding.passage().id());

  /** Whether the passage is advice: given whole, in its own words. */
  public boolean givenWhole() {
    return passage.role() instanceof Role.Advice;
  }

  Finding read(double newScore, @Nullable Reading newReading) {
    return new Finding(passage, newScore, cosine, newReading);
  }

  /** Another passage in this one's place. */
  Finding replacedBy(Passage other) {
    return new Finding(other, score, cosine, null);
  }
}
