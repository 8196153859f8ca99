package org.kepu.assistant.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A multinomial logistic regression on the vector of a question: how likely it is of a concern, or
 * harmless.
 *
 * <p>Its file is text: what it was trained on and with, a checksum, then a line for each class. It
 * is written by {@code evaluation train-guard}.
 */
public final class Classifier {

  private static final String FILE = "classifier.tsv";
  private static final String HARMLESS = "harmless";
  private static final String EMBEDDER = "# embedder: ";
  private static final String EXAMPLES = "# sha256 of the examples: ";
  private static final String WEIGHTS = "# sha256 of the lines below: ";
  private static final int HEADER = 4;

  private final String embedder;
  private final String examples;
  private final List<Row> rows;

  /**
   * @param embedder names the model whose vectors it was trained on
   * @param examples the SHA-256 of the authored examples it was trained on
   * @param rows one a class
   */
  public Classifier(String embedder, String examples, List<Row> rows) {
    this.embedder = embedder;
    this.examples = examples;
    this.rows = List.copyOf(rows);
  }

  /** The one that ships with the product. */
  public static Classifier shipped() {
    try (InputStream stream =
        Objects.requireNonNull(Classifier.class.getResourceAsStream(FILE), FILE)) {
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws IllegalArgumentException if it is another text, or one that was changed
   */
  static Classifier read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() <= HEADER) {
      throw new IllegalArgumentException(
          "%s has %d lines, it must have more than %d; run evaluation train-guard"
              .formatted(FILE, lines.size(), HEADER));
    }
    List<String> weights = lines.subList(HEADER, lines.size());
    String sum = sha256(String.join("\n", weights));
    if (!sum.equals(header(lines.get(3), WEIGHTS))) {
      throw new IllegalArgumentException(
          "The weights in %s have the SHA-256 %s and not the one it names; run evaluation train-guard"
              .formatted(FILE, sum));
    }
    return new Classifier(
        header(lines.get(1), EMBEDDER),
        header(lines.get(2), EXAMPLES),
        weights.stream().map(Row::read).toList());
  }

  private static String header(String line, String name) {
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException(
          "%s lacks the line '%s', it has '%s'".formatted(FILE, name.strip(), line));
    }
    return line.substring(name.length());
  }

  /** As text, for a file. */
  public String written() {
    List<String> weights = rows.stream().map(Row::written).toList();
    return """
        # The guard's classifier: a class, its bias and its weights a line. Written by: evaluation/evaluate train-guard
        %s%s
        %s%s
        %s%s
        %s
        """
        .formatted(
            EMBEDDER,
            embedder,
            EXAMPLES,
            examples,
            WEIGHTS,
            sha256(String.join("\n", weights)),
            String.join("\n", weights));
  }

  /** Names the model whose vectors it was trained on. */
  public String embedder() {
    return embedder;
  }

  /** The SHA-256 of the authored examples it was trained on. */
  public String examples() {
    return examples;
  }

  /**
   * How likely each concern is, 0 to 1; what is missing to 1 is how likely the question is
   * harmless.
   *
   * @param vector of as many numbers as it was trained on
   */
  public Map<Concern, Double> judge(float[] vector) {
    double[] scores = rows.stream().mapToDouble(row -> row.score(vector)).toArray();
    double highest = java.util.Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      // Less the highest, so that no power overflows.
      scores[i] = Math.exp(scores[i] - highest);
      sum += scores[i];
    }
    Map<Concern, Double> likely = new EnumMap<>(Concern.class);
    for (int i = 0; i < scores.length; i++) {
      Concern concern = rows.get(i).concern();
      if (concern != null) {
        likely.put(concern, scores[i] / sum);
      }
    }
    return likely;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * A class.
   *
   * @param concern null: harmless
   * @param bias and
   * @param weights of its score
   */
  public record Row(@Nullable Concern concern, double bias, List<Double> weights) {

    public Row {
      weights = List.copyOf(weights);
    }

    double score(float[] vector) {
      if (vector.length != weights.size()) {
        throw new IllegalArgumentException(
            "The classifier takes vectors of %d numbers, not %d; run evaluation train-guard"
                .formatted(weights.size(), vector.length));
      }
      double score = bias;
      for (int i = 0; i < vector.length; i++) {
        score += vector[i] * weights.get(i);
      }
      return score;
    }

    private static Row read(String line) {
      String[] cells = line.split("\t", -1);
      List<Double> weights = new ArrayList<>();
      for (int i = 2; i < cells.length; i++) {
        weights.add(Double.valueOf(cells[i]));
      }
      return new Row(
          cells[0].equals(HARMLESS) ? null : Concern.valueOf(cells[0].toUpperCase(Locale.ROOT)),
          Double.parseDouble(cells[1]),
          weights);
    }

    private String written() {
      return (concern == null ? HARMLESS : concern.code())
          + "\t"
          + number(bias)
          + "\t"
          + weights.stream().map(Row::number).collect(Collectors.joining("\t"));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }
}
