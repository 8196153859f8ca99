package org.kepu.assistant.kiosk;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers that visitors take along from a terminal by a code: opened once, within some minutes, and
 * then gone. Safe for use by several threads and processes.
 */
public interface TakenAnswers {

  /**
   * Keeps an answer.
   *
   * @param tokenHash of the secret that opens it
   */
  void keep(String tokenHash, Taken taken, Instant expires);

  /** Opens an answer: it is there no more afterwards. */
  Opening open(String tokenHash, Instant now);

  /** Deletes what nobody opened in time; what was opened is known for some time as opened. */
  void forget(Instant now);

  /**
   * An answer and where it was given. The question is not in it.
   *
   * @param answer the answer in JSON
   * @param terminal null: one that was tried out
   */
  record Taken(
      String conversationId,
      String answerId,
      @Nullable String terminal,
      @Nullable String venue,
      @Nullable String hall,
      @Nullable String exhibit,
      String answer) {

    public Taken {
      Objects.requireNonNull(conversationId, "conversationId");
      Objects.requireNonNull(answerId, "answerId");
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** What came of opening one. */
  sealed interface Opening {

    /** Here it is. */
    record Opened(Taken taken) implements Opening {}

    /** It was opened before. */
    record Spent() implements Opening {}

    /** Its time is over, or there never was one. */
    record Gone() implements Opening {}
  }
}
