package org.kepu.assistant.answer.llm;

import java.util.Optional;

/** What a model writes, as it writes it. For use by one thread. */
public interface ModelStream extends AutoCloseable {

  /**
   * Waits for the next words.
   *
   * @return empty once the model said that it was done, and only then
   * @throws ModelFailureException if it fails, is silent for too long, writes too much, or ends
   *     without saying that it was done
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<String> next() throws InterruptedException;

  /** What it has cost so far; by the model's own count once it has told it, else a guess above. */
  Usage usage();

  /** Tells the model to stop, if it has not; at any moment, also before its first words. */
  @Override
  void close();
}
