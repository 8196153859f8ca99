package org.kepu.evaluation.load;

import org.jspecify.annotations.Nullable;

/**
 * What became of one question.
 *
 * @param ending how it ended
 * @param firstNanos from when it should have been asked to its first sentence, or to its end where
 *     nothing was said
 * @param totalNanos from when it should have been asked to its end
 * @param answerId what the service called the answer once it had accepted the question, null if it
 *     did not
 */
public record Visit(Ending ending, long firstNanos, long totalNanos, @Nullable String answerId) {

  /** How a question ended. */
  public enum Ending {
    /** The stream came to its {@code done}. */
    FINISHED,
    /** 429: come back later. */
    TURNED_AWAY,
    /** A status of 500 or above, or an {@code error} event. */
    FAILED,
    /** Any other status, a broken connection, or a stream that just ended. */
    BROKEN
  }
}
