package org.kepu.knowledge.parse.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder for temporary files that each run of the other process has for itself. */
final class Scratch {

  private static final String PREFIX = "kepu-parser-";

  private Scratch() {}

  static Path make() throws IOException {
    return Files.createTempDirectory(PREFIX);
  }

  /**
   * Deletes such a folder, and no other. What cannot be deleted is left to the system, which clears
   * its folder for temporary files.
   */
  static void clear(Path folder) {
    if (!folder.getFileName().toString().startsWith(PREFIX)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }
}
