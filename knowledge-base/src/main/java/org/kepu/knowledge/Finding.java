package org.kepu.knowledge;

import java.util.Comparator;
import org.kepu.knowledge.passage.Passage;

/**
 * A passage that was found.
 *
 * @param passage the passage
 * @param score the fused score; comparable within one search only
 * @param cosine of the question and the passage's nearest window, −1 to 1
 */
public record Finding(Passage passage, double score, double cosine) {

  static final Comparator<Finding> BEST_FIRST =
      Comparator.comparingDouble(Finding::score)
          .reversed()
          .thenComparing(finding -> finding.passage().id());
}
