package org.kepu.assistant.correction;

import java.util.Objects;

/**
 * What a visitor says is wrong with an answer.
 *
 * @param answerId the answer
 * @param text the visitor's words, 1 to {@value #MAX_LENGTH} characters after trimming
 */
public record Correction(String answerId, String text) {

  public static final int MAX_LENGTH = 1_000;

  public Correction {
    Objects.requireNonNull(answerId, "answerId");
    text = text.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A correction has 1 to %d characters, not %d".formatted(MAX_LENGTH, text.length()));
    }
  }
}
