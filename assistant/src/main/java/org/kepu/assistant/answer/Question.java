package org.kepu.assistant.answer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's question with what is known around it.
 *
 * @param text 1 to 500 characters, without white space around it
 * @param channel the way it came in
 * @param venue where it is asked, null if unknown
 * @param exhibit what the visitor stands before, null if unknown
 * @param audience whom the answer is for
 * @param language the language of the answer's frame
 */
public record Question(
    String text,
    Channel channel,
    @Nullable String venue,
    @Nullable String exhibit,
    Audience audience,
    Language language) {

  /** The most characters a question may have. */
  public static final int MAX_LENGTH = 500;

  public Question {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(language, "language");
    text = text.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A question has 1 to %d characters, not %d".formatted(MAX_LENGTH, text.length()));
    }
  }

  /** The same visitor's question in other words. */
  public Question asking(String other) {
    return other.equals(text)
        ? this
        : new Question(other, channel, venue, exhibit, audience, language);
  }
}
