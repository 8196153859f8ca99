package org.kepu.knowledge.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.knowledge.document.Document;

/**
 * What a collection is about: a logistic regression on a question's vector, which tells whether it
 * asks about the collection's subjects at all. It says nothing of passages from elsewhere, for it
 * never saw what those are about.
 *
 * <p>Its file is text and is written by {@code evaluation train-scope}: what embedder its vectors
 * are of, then a line with the bias and the weights.
 */
public final class Scope {

  /** One that takes every question for one about the collection. */
  public static final Scope ALL = new Scope("", 0, new float[0], Set.of());

  /** More than this much doubt is no more telling. */
  public static final double MOST = 4;

  private static final String FILE = "scope.tsv";
  private static final String EMBEDDER = "# embedder: ";

  private final String embedder;
  private final double bias;
  private final float[] weights;
  private final Set<String> documents;

  /**
   * @param embedder names the model whose vectors it was trained on
   * @param bias log-odds of a question whose vector is 0
   * @param weights one for each number of a vector
   * @param documents ids of the collection's documents
   */
  public Scope(String embedder, double bias, float[] weights, Set<String> documents) {
    this.embedder = embedder;
    this.bias = bias;
    this.weights = weights.clone();
    this.documents = Set.copyOf(documents);
  }

  /** The scope of the collection that ships, whose documents these are. */
  public static Scope shipped(List<Document> collection) {
    try (InputStream stream = Objects.requireNonNull(Scope.class.getResourceAsStream(FILE), FILE)) {
      return read(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8),
          collection.stream().map(Document::id).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws IllegalArgumentException if it is another text
   */
  static Scope read(String text, Set<String> documents) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 3 || !lines.get(1).startsWith(EMBEDDER)) {
      throw new IllegalArgumentException(
          "%s has a title, the embedder and the weights, a line each; run evaluation train-scope"
              .formatted(FILE));
    }
    double[] numbers =
        Arrays.stream(lines.get(2).split("\t", -1)).mapToDouble(Double::parseDouble).toArray();
    float[] weights = new float[numbers.length - 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) numbers[i + 1];
    }
    return new Scope(lines.get(1).substring(EMBEDDER.length()), numbers[0], weights, documents);
  }

  /** As text, for a file. */
  public String written() {
    StringBuilder line = new StringBuilder(number(bias));
    for (float weight : weights) {
      line.append('\t').append(number(weight));
    }
    return """
        # What the collection is about: a bias and a weight for each number of a question's vector. Written by: evaluation/evaluate train-scope
        %s%s
        %s
        """
        .formatted(EMBEDDER, embedder, line);
  }

  /** Whether it can judge the vectors of this embedder. */
  public boolean knows(String otherEmbedder) {
    return embedder.equals(otherEmbedder);
  }

  /**
   * The log-odds that a question is about something else than the collection, from 0, if it is
   * rather about the collection, to {@link #MOST}.
   *
   * @param vector of as many numbers as it was trained on
   * @param document where the best passage was found; 0 if it is none of the collection's
   */
  public double outside(float[] vector, String document) {
    return documents.contains(document) ? Math.clamp(-score(vector), 0, MOST) : 0;
  }

  /** The log-odds that a question is about the collection. */
  public double score(float[] vector) {
    if (vector.length != weights.length) {
      throw new IllegalArgumentException(
          "The scope takes vectors of %d numbers, not %d; run evaluation train-scope"
              .formatted(weights.length, vector.length));
    }
    double score = bias;
    for (int i = 0; i < vector.length; i++) {
      score += vector[i] * weights[i];
    }
    return score;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
