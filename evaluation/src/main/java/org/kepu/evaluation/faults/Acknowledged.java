package org.kepu.evaluation.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The driver's own book of what the service acknowledged: a file, one answer's id a line. */
final class Acknowledged {

  private final Path file;

  /**
   * @param file begun anew, in a folder that is there
   */
  Acknowledged(Path file) {
    this.file = file;
    try {
      Files.deleteIfExists(file);
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot begin " + file, e);
    }
  }

  void add(Set<String> ids) {
    try {
      Files.write(file, ids.stream().sorted().toList(), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + file, e);
    }
  }

  Set<String> all() {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
