package org.kepu.knowledge.index;

import java.util.List;
import java.util.Objects;
import org.kepu.knowledge.passage.Passage;

/**
 * A passage with the vectors it can be found by.
 *
 * @param passage what is found
 * @param vectors one a window, each of the embedder's dimensions and of length 1; not copied
 */
public record EmbeddedPassage(Passage passage, List<float[]> vectors) {

  public EmbeddedPassage {
    Objects.requireNonNull(passage, "passage");
    vectors = List.copyOf(vectors);
  }
}
