package org.kepu.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies a folder as it lies there: what a process that is killed at this moment leaves. */
public final class FolderCopy {

  private FolderCopy() {}

  /** Copies {@code folder} to {@code copy}, which must not be there yet. */
  public static Path of(Path folder, Path copy) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> paths = walk.toList();
      for (Path path : paths) {
        Files.copy(path, copy.resolve(folder.relativize(path)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy " + folder, e);
    }
  }
}
