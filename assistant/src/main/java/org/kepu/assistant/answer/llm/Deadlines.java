package org.kepu.assistant.answer.llm;

import java.time.Duration;

/**
 * How long a model may take, counted from now.
 *
 * @param firstWords until when its first words must come, on the scale of {@link System#nanoTime}
 * @param end until when it must be done, on the same scale
 * @param idle how long it may be silent between words
 */
public record Deadlines(long firstWords, long end, Duration idle) {

  /** Those of an answer that begins now. */
  public static Deadlines from(ModelSettings settings) {
    long now = System.nanoTime();
    return new Deadlines(
        now + settings.firstTokenTimeout().toNanos(),
        now + settings.totalTimeout().toNanos(),
        settings.idleTimeout());
  }

  /** The time to the first words anew, for another model; the end stays. */
  public Deadlines forAnother(ModelSettings settings) {
    return new Deadlines(System.nanoTime() + settings.firstTokenTimeout().toNanos(), end, idle);
  }

  /** How many nanoseconds the next words may take; 0 or less if the time is over. */
  long patience(boolean begun) {
    long now = System.nanoTime();
    return Math.min(begun ? idle.toNanos() : firstWords - now, end - now);
  }
}
