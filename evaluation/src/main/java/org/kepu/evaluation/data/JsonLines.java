package org.kepu.evaluation.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Lines: one record a line, empty lines left out. */
public final class JsonLines {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonLines() {}

  /**
   * All records of a file, in order.
   *
   * @throws IllegalArgumentException if a line is no such record; the message names file and line
   */
  public static <T> List<T> read(Path file, Class<T> type) {
    ObjectReader reader = JSON.readerFor(type);
    List<T> records = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          records.add(reader.readValue(lines.get(i)));
        } catch (JacksonException e) {
          throw new IllegalArgumentException(
              "%s, line %d, is no %s: %s"
                  .formatted(file, i + 1, type.getSimpleName(), e.getOriginalMessage()),
              e);
        }
      }
    }
    return records;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
