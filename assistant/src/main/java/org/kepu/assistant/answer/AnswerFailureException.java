package org.kepu.assistant.answer;

import org.jspecify.annotations.Nullable;

/** An answerer could not answer: its model is away, slow, or said nothing that holds. */
public final class AnswerFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
