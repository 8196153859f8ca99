package org.kepu.assistant.conversation;

import java.util.Objects;

/**
 * A turn that was answered.
 *
 * @param question what was asked, as it was understood
 * @param answer the whole answer, as it was given to {@link TurnLedger#close}
 */
public record Remembered(String question, String answer) {
  public Remembered {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(answer, "answer");
  }
}
