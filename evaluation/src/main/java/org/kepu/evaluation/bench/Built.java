package org.kepu.evaluation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How an index was built.
 *
 * @param passages how many it holds
 * @param nanos how long that took, without making the passages
 * @param bytes how large its files are
 */
record Built(int passages, long nanos, long bytes) {

  /** Puts down the figures of {@code contender}. */
  void note(String contender, Map<String, Double> figures) {
    figures.put(contender + ".passages-a-second", passages / (nanos / 1e9));
    figures.put(contender + ".disk-mib", bytes / (1024.0 * 1024));
  }

  /** The bytes of all files below {@code folder}. */
  static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tell the size of " + folder, e);
    }
  }

  /** Deletes {@code folder} with all in it, if it is there, and makes it anew. */
  static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + folder, e);
    }
  }
}
