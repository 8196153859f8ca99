package org.kepu.knowledge.text;

/**
 * Folds Traditional Han characters to Simplified, one character to one, so that offsets stay.
 * Looking a character up is an array access.
 */
final class HanFolding {

  private static final char FIRST = '\u3400';
  private static final char LAST = '\u9FFF';
  private static final char[] SIMPLIFIED = table();

  private HanFolding() {}

  static char fold(char c) {
    return c >= FIRST && c <= LAST ? SIMPLIFIED[c - FIRST] : c;
  }

  private static char[] table() {
    char[] table = new char[LAST - FIRST + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (char) (FIRST + i);
    }
    HanTable.read(
        "simplified-traditional.tsv",
        (simplified, traditional) -> table[traditional - FIRST] = simplified.charAt(0));
    return table;
  }
}
