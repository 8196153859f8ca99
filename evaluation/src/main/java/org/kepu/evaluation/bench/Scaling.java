package org.kepu.evaluation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;

/**
 * As many passages as wanted: first the real ones, then new ones made of their sentences.
 *
 * <p>A new passage takes the title of one real passage and the sentences of some windows of others,
 * as many as a section of the product's own collection has; its vectors are those of the title and
 * the windows, {@linkplain Turning turned}. So words are as frequent and as often together as in
 * real text, no two passages are alike, and no vector is there twice. What a new passage says makes
 * no sense, and it may hold the sentence that answers a question whose right passage is another:
 * quality is measured on real passages alone.
 *
 * <p>Each is computed from its number, whatever was computed before: all processes of a run see the
 * same passages, and nobody holds them.
 */
final class Scaling {

  private final List<EmbeddedPassage> real;
  private final List<Piece> titles = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final int[] lengths;
  private final Turning turning;
  private final long seed;

  /**
   * @param real the real passages
   * @param lengths how many windows of text a passage may have, each as likely as another
   */
  Scaling(Stock real, int[] lengths, Turning turning, long seed) {
    this.real = real.passages();
    this.lengths = lengths.clone();
    this.turning = turning;
    this.seed = seed;
    for (EmbeddedPassage passage : this.real) {
      List<String> texts = Stock.windows(passage.passage());
      titles.add(new Piece(passage.passage().title(), passage.vectors().getFirst()));
      for (int i = 1; i < texts.size(); i++) {
        pieces.add(new Piece(texts.get(i), passage.vectors().get(i)));
      }
    }
  }

  /** How many of the first are real. */
  int real() {
    return real.size();
  }

  /** The first so many. */
  Stream<EmbeddedPassage> first(int size) {
    return IntStream.range(0, size).mapToObj(this::passage);
  }

  EmbeddedPassage passage(int number) {
    return number < real.size() ? real.get(number) : made(number);
  }

  private EmbeddedPassage made(int number) {
    SplittableRandom random = new SplittableRandom(seed + number);
    Piece title = any(titles, random);
    List<float[]> vectors = new ArrayList<>();
    vectors.add(turned(title, titles, random));
    StringBuilder text = new StringBuilder();
    for (int left = lengths[random.nextInt(lengths.length)]; left > 0; left--) {
      Piece piece = any(pieces, random);
      text.append(piece.text());
      vectors.add(turned(piece, pieces, random));
    }
    String id = "made-" + number;
    Passage passage =
        new Passage(
            id + "#0",
            id,
            "1",
            title.text(),
            List.of(),
            title.text(),
            List.of(),
            new Span(0, text.length()),
            text.toString(),
            List.of(),
            new Role.Article(),
            null);
    return new EmbeddedPassage(passage, vectors);
  }

  private float[] turned(Piece piece, List<Piece> others, SplittableRandom random) {
    return turning.turned(piece.vector(), any(others, random).vector(), random);
  }

  private static Piece any(List<Piece> pieces, SplittableRandom random) {
    return pieces.get(random.nextInt(pieces.size()));
  }

  /** A text and its vector. */
  private record Piece(String text, float[] vector) {}
}
