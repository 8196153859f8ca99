package org.kepu.knowledge.parse.format;

/** Puts together what a line's end parted. */
final class Glue {

  private Glue() {}

  /** Whether two neighbours are words of a script that parts its words. */
  static boolean spaced(String before, String after) {
    return !before.isEmpty()
        && !after.isEmpty()
        && narrow(before.charAt(before.length() - 1))
        && narrow(after.charAt(0));
  }

  /** The two as one; a word that was parted with a hyphen is whole again. */
  static String joined(String before, String after) {
    if (before.matches("(?s).*[a-z]-") && after.matches("(?s)[a-z].*")) {
      return before.substring(0, before.length() - 1) + after;
    }
    return before + (spaced(before, after) ? " " : "") + after;
  }

  private static boolean narrow(char character) {
    return character < 0x2E80 && !Character.isWhitespace(character);
  }
}
