package org.kepu.knowledge.text;

import com.ibm.icu.text.Transliterator;
import java.util.List;

/**
 * How Han characters sound, without tones: the most usual reading of each, from ICU's {@code
 * Han-Latin} transliterator, read off once.
 */
public final class Pinyin {

  private static final char FIRST = '\u4E00';
  private static final char LAST = '\u9FFF';
  private static final String[] SYLLABLES = syllables();

  private Pinyin() {}

  /**
   * The syllable of {@code c} in lower-case ASCII letters, ü written as it is typed, v; empty if it
   * is no Han character.
   */
  public static String of(char c) {
    return c >= FIRST && c <= LAST ? SYLLABLES[c - FIRST] : "";
  }

  private static String[] syllables() {
    int count = LAST - FIRST + 1;
    StringBuilder characters = new StringBuilder(2 * count);
    for (int i = 0; i < count; i++) {
      // A line each, so that ICU does not read two neighbours as a word.
      characters.append((char) (FIRST + i)).append('\n');
    }
    List<String> lines =
        Transliterator.getInstance("Han-Latin; Lower; NFD")
            .transliterate(characters.toString())
            .replace("u\u0308", "v")
            .replaceAll("\\p{Mn}", "")
            .lines()
            .toList();
    String[] syllables = new String[count];
    for (int i = 0; i < count; i++) {
      String line = lines.get(i).strip();
      syllables[i] = line.matches("[a-z]+") ? line : "";
    }
    return syllables;
  }
}
