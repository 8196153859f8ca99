package org.kepu.evaluation.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Figures by name, as data: a run is held to the ones in the repository. */
public final class Baseline {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Baseline() {}

  /** Writes figures, rounded to four places, in the order of their names. */
  public static void write(Path file, Map<String, Double> figures) {
    Map<String, Double> rounded = new TreeMap<>();
    figures.forEach((name, value) -> rounded.put(name, Math.round(value * 1e4) / 1e4));
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.writeString(file, JSON.writeValueAsString(rounded) + "\n");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** The figures of a file. */
  public static Map<String, Double> read(Path file) {
    return JSON.readValue(file.toFile(), new TypeReference<>() {});
  }

  /** All that the file has, with one tolerance. */
  public static List<String> shortfalls(Path file, Map<String, Double> figures, double tolerance) {
    return shortfalls(file, figures, name -> tolerance, name -> true);
  }

  /**
   * The figures that fell too far below the file's, or are missing, one line each; none if all
   * hold.
   *
   * @param tolerance how far below it a figure may fall, by its name
   * @param held which of the file's figures these are held to, by their names
   */
  public static List<String> shortfalls(
      Path file,
      Map<String, Double> figures,
      ToDoubleFunction<String> tolerance,
      Predicate<String> held) {
    Map<String, Double> expected = new LinkedHashMap<>(read(file));
    expected.keySet().removeIf(held.negate());
    List<String> shortfalls = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          Double measured = figures.get(name);
          if (measured == null) {
            shortfalls.add("%s is in %s but was not measured".formatted(name, file));
          } else if (measured < value - tolerance.applyAsDouble(name)) {
            shortfalls.add(
                "%s is %.4f, below its baseline %.4f (%s)".formatted(name, measured, value, file));
          }
        });
    return shortfalls;
  }
}
