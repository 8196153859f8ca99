package org.kepu.assistant.answer.llm;

/**
 * What a call costs.
 *
 * @param input tokens read
 * @param output tokens written
 */
public record Usage(long input, long output) {

  public Usage {
    if (input < 0 || output < 0) {
      throw new IllegalArgumentException(
          "A call reads and writes 0 tokens or more, not %d and %d".formatted(input, output));
    }
  }

  /** Tokens in all. */
  public long total() {
    return input + output;
  }

  Usage and(Usage other) {
    return new Usage(input + other.input, output + other.output);
  }
}
