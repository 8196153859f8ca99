package org.kepu.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.KeptVectors;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.passage.Window;

/** The vectors of passages' windows: the known ones as they were kept, the others computed. */
record PassageVectors(PassageSplitter splitter, Embedder embedder, KeptVectors kept) {

  /** Whether a vector must be computed for it. */
  boolean lacking(Passage passage) {
    return windows(passage).stream().anyMatch(window -> !kept.knows(window.text()));
  }

  EmbeddedPassage of(Passage passage) {
    List<float[]> vectors = new ArrayList<>();
    windows(passage).forEach(window -> vectors.add(vector(window.text())));
    return new EmbeddedPassage(passage, vectors);
  }

  /** A variant takes another passage's place and is not found by itself, so it has none. */
  private List<Window> windows(Passage passage) {
    return passage.role() instanceof Role.Variant ? List.of() : splitter.windows(passage);
  }

  private float[] vector(String text) {
    float[] known = kept.find(text);
    if (known != null) {
      return known;
    }
    float[] vector = embedder.embed(text);
    kept.keep(text, vector);
    return vector;
  }
}
