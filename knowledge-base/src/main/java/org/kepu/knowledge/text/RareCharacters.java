package org.kepu.knowledge.text;

import org.jspecify.annotations.Nullable;

/**
 * How Han characters are read that not everybody can read: those outside level 1 of GB 2312, which
 * holds the 3,755 characters of everyday texts. Each has its most usual reading; a name that is
 * read otherwise says so itself.
 */
public final class RareCharacters {

  private static final char FIRST = '\u4E00';
  private static final char LAST = '\u9FFF';
  private static final @Nullable String[] READINGS = readings();

  private RareCharacters() {}

  /**
   * The reading of {@code c}, Simplified or Traditional, in pinyin with a tone mark; null if it is
   * a common character or none at all.
   */
  public static @Nullable String reading(char c) {
    char simplified = HanFolding.fold(c);
    return simplified >= FIRST && simplified <= LAST ? READINGS[simplified - FIRST] : null;
  }

  private static @Nullable String[] readings() {
    @Nullable String[] readings = new String[LAST - FIRST + 1];
    HanTable.read("rare-characters.tsv", (reading, c) -> readings[c - FIRST] = reading);
    return readings;
  }
}
