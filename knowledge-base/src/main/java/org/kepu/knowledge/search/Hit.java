package org.kepu.knowledge.search;

import java.util.Objects;

/**
 * A passage in a ranked list.
 *
 * @param passageId which passage
 * @param score how well it fits: BM25 from 0 up, or a cosine from −1 to 1
 */
public record Hit(String passageId, double score) {

  public Hit {
    Objects.requireNonNull(passageId, "passageId");
  }
}
