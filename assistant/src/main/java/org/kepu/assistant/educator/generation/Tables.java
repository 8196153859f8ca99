package org.kepu.assistant.educator.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables beside this package's classes. */
final class Tables {

  private Tables() {}

  /** The lines of a table, without comments and empty ones. */
  static List<String> lines(String name) {
    try (InputStream table = Tables.class.getResourceAsStream(name)) {
      if (table == null) {
        throw new IllegalStateException("The table " + name + " is not on the class path");
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table " + name, e);
    }
  }
}
