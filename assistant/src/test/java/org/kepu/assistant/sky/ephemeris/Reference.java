package org.kepu.assistant.sky.ephemeris;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables to compare with, shared with the evaluation; their first line names who computed them. */
final class Reference {

  private static final Path FOLDER = Path.of("..", "evaluation", "sky");

  private Reference() {}

  /** The cells of a table's lines. */
  static List<String[]> table(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
