package org.kepu.evaluation.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of its own in memory, which can be filled without harm to the machine's. */
final class SmallDisk implements AutoCloseable {

  private static final int PIECE = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one.
   *
   * @return empty where this process may not
   */
  static Optional<SmallDisk> mounted(int megabytes) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("kepu-small-disk");
      if (run(
          "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())) {
        return Optional.of(new SmallDisk(folder));
      }
      Files.delete(folder);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a folder to mount a disk at", e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Fills it to the last byte. */
  void fill() {
    try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
      for (int size = PIECE; size > 0; size /= 2) {
        fill(filler, new byte[size]);
      }
    } catch (IOException e) {
      // It is full.
    }
  }

  private static void fill(OutputStream filler, byte[] piece) {
    try {
      while (true) {
        filler.write(piece);
      }
    } catch (IOException full) {
      // A smaller piece may fit.
    }
  }

  /** Makes room again. */
  void free() {
    try {
      Files.deleteIfExists(folder.resolve("filler"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make room on " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      if (run("umount", folder.toString())) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... words) throws InterruptedException {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
