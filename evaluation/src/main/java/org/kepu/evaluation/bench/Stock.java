package org.kepu.evaluation.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.evaluation.data.ReadingSet;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.KeptVectors;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.passage.Window;

/**
 * Real passages, cut and embedded by the product's own code.
 *
 * @param passages each with the vectors of its windows
 */
record Stock(List<EmbeddedPassage> passages) {

  /** Of the vectors whose neighbours' angles are measured. */
  static final int SAMPLE = 1_000;

  Stock {
    passages = List.copyOf(passages);
  }

  /**
   * The passages of some sets, in their order, at most {@code most} of them.
   *
   * @param vectors keeps what was embedded from one run to the next
   */
  static Stock of(Path data, List<String> sets, int most, Embedder embedder, VectorStore vectors) {
    List<Passage> passages =
        sets.stream()
            .flatMap(set -> ReadingSet.passages(data, set).stream())
            .flatMap(Stock::cut)
            .limit(most)
            .toList();
    try (KeptVectors kept = vectors.open(embedder)) {
      return new Stock(
          Progress.map("Embedding", passages, passage -> embedded(passage, embedder, kept)));
    }
  }

  /** Turns vectors as far as those of these passages' texts are apart; titles recur. */
  Turning turning() {
    List<List<float[]>> texts = new ArrayList<>();
    passages.forEach(each -> texts.add(each.vectors().subList(1, each.vectors().size())));
    return Turning.asNearAs(texts, SAMPLE);
  }

  /** How many windows of text the sections of the product's own collection have. */
  static int[] lengths() {
    return StarterCollection.documents().stream()
        .flatMap(document -> PassageSplitter.STANDARD.split(document).stream())
        .mapToInt(passage -> windows(passage).size() - 1 - passage.wordings().size())
        .filter(length -> length > 0)
        .toArray();
  }

  /** The vector of a text: the kept one, or computed and kept. */
  static float[] vector(String text, Embedder embedder, KeptVectors kept) {
    float[] known = kept.find(text);
    if (known != null) {
      return known;
    }
    float[] vector = embedder.embed(text);
    kept.keep(text, vector);
    return vector;
  }

  private static EmbeddedPassage embedded(Passage passage, Embedder embedder, KeptVectors kept) {
    return new EmbeddedPassage(
        passage, windows(passage).stream().map(text -> vector(text, embedder, kept)).toList());
  }

  private static Stream<Passage> cut(TextPassage passage) {
    return PassageSplitter.STANDARD
        .split(
            new DocumentText(passage.title())
                .block(passage.text())
                .toDocument(passage.id(), Metadata.NONE))
        .stream();
  }

  /** The texts of the windows of a passage, as its vectors are ordered: first its name. */
  static List<String> windows(Passage passage) {
    return PassageSplitter.STANDARD.windows(passage).stream().map(Window::text).toList();
  }
}
