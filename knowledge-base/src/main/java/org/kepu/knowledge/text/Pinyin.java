package org.kepu.knowledge.text;

import java.util.Arrays;

/** How Han characters sound, without tones: the most usual reading of each. */
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
    String[] syllables = new String[LAST - FIRST + 1];
    Arrays.fill(syllables, "");
    HanTable.read("pinyin.tsv", (syllable, c) -> syllables[c - FIRST] = syllable);
    return syllables;
  }
}
