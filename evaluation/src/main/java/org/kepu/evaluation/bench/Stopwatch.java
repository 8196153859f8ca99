package org.kepu.evaluation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Adds up the time of some steps among others. For use by one thread. */
final class Stopwatch {

  private long nanos;

  void time(Step step) {
    long began = System.nanoTime();
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException("A step of building an index failed", e);
    }
    nanos += System.nanoTime() - began;
  }

  long nanos() {
    return nanos;
  }

  interface Step {
    void run() throws IOException;
  }
}
