package org.kepu.assistant.activity;

import java.util.Locale;
import java.util.Optional;

/**
 * What a text has to be to stand in a register: one line without control characters, whole in
 * UTF-8. PostgreSQL keeps no U+0000, and no form, table or report shows the others.
 */
public final class OneLine {

  private OneLine() {}

  /** The first character of a text that keeps it from being one line, like {@code U+0000}. */
  public static Optional<String> offence(String text) {
    return text.codePoints()
        .filter(OneLine::offends)
        .mapToObj(character -> "U+%04X".formatted(character).toUpperCase(Locale.ROOT))
        .findFirst();
  }

  private static boolean offends(int character) {
    return switch (Character.getType(character)) {
      // Half a pair is no character.
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
