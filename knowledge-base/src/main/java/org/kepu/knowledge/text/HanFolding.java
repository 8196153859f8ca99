package org.kepu.knowledge.text;

import com.ibm.icu.text.Transliterator;
import java.util.List;

/**
 * Folds Traditional Han characters to Simplified, one character to one, so that offsets stay.
 *
 * <p>The table is read off ICU's {@code Traditional-Simplified} transliterator once: looking a
 * character up is then an array access, and takes no lock.
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
    int count = LAST - FIRST + 1;
    StringBuilder characters = new StringBuilder(2 * count);
    for (int i = 0; i < count; i++) {
      // A line each, so that ICU's rules for phrases do not see two neighbours as a word.
      characters.append((char) (FIRST + i)).append('\n');
    }
    List<String> folded =
        Transliterator.getInstance("Traditional-Simplified")
            .transliterate(characters.toString())
            .lines()
            .toList();
    char[] table = new char[count];
    for (int i = 0; i < count; i++) {
      table[i] = folded.get(i).length() == 1 ? folded.get(i).charAt(0) : (char) (FIRST + i);
    }
    settle(table);
    return table;
  }

  /**
   * What is folded folds no further; of two characters that fold to each other, the first stays.
   */
  private static void settle(char[] table) {
    for (int i = 0; i < table.length; i++) {
      char folded = table[i];
      if (folded >= FIRST && folded <= LAST && folded != (char) (FIRST + i)) {
        char again = table[folded - FIRST];
        if (again == (char) (FIRST + i)) {
          table[Math.max(i, folded - FIRST)] = (char) (FIRST + Math.min(i, folded - FIRST));
          table[Math.min(i, folded - FIRST)] = (char) (FIRST + Math.min(i, folded - FIRST));
        } else {
          table[i] = again;
        }
      }
    }
  }
}
