package org.kepu.evaluation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.passage.Passage;

/** Passages as real ones are: several windows each, whose vectors lie in heaps. */
final class Vectors {

  private static final int DIMENSIONS = 64;
  private static final int HEAPS = 20;
  private static final double SPREAD = 0.1;

  private Vectors() {}

  static Stock stock(int passages) {
    Random random = new Random(1);
    List<float[]> heaps = new ArrayList<>();
    for (int i = 0; i < HEAPS; i++) {
      heaps.add(near(new float[DIMENSIONS], random));
    }
    List<EmbeddedPassage> all = new ArrayList<>();
    for (int number = 0; number < passages; number++) {
      Passage passage = passage(number);
      List<float[]> vectors = new ArrayList<>();
      for (int window = 0; window < Stock.windows(passage).size(); window++) {
        vectors.add(near(heaps.get(random.nextInt(HEAPS)), random));
      }
      all.add(new EmbeddedPassage(passage, vectors));
    }
    return new Stock(all);
  }

  /** All vectors of some passages, but for those of their titles. */
  static List<List<float[]>> ofTexts(List<EmbeddedPassage> passages) {
    return passages.stream().map(each -> each.vectors().subList(1, each.vectors().size())).toList();
  }

  private static Passage passage(int number) {
    String text = ("第" + number + "段的一句话，说的是一件事情。").repeat(15);
    return new Passage(
        "real-" + number + "#0",
        "real-" + number,
        "1",
        "题目" + number,
        List.of(),
        "题目" + number,
        List.of(),
        new Span(0, text.length()),
        text,
        List.of(),
        new Role.Article(),
        null);
  }

  /** In a random direction from {@code heap}, at length 1. */
  static float[] near(float[] heap, Random random) {
    float[] vector = new float[heap.length];
    double square = 0;
    for (int i = 0; i < heap.length; i++) {
      vector[i] = (float) (heap[i] + SPREAD * random.nextGaussian());
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < heap.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
