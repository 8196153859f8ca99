package org.kepu.knowledge.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When something that failed is tried again.
 *
 * @param pause from the last failure to the next try
 * @param at by {@link System#nanoTime}
 */
record Retry(Duration pause, long at) {

  /**
   * After {@code first}, or after twice as long as the time before, and never after more than a
   * limit.
   */
  static Retry after(@Nullable Retry before, Duration first, Duration longest) {
    Duration twice = before == null ? first : before.pause().multipliedBy(2);
    Duration pause = twice.compareTo(longest) > 0 ? longest : twice;
    return new Retry(pause, System.nanoTime() + pause.toNanos());
  }

  boolean due() {
    return System.nanoTime() - at >= 0;
  }
}
