package org.kepu.knowledge.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** Where words begin and end in a text, by ICU's dictionary; looked up when first asked. */
public final class WordBoundaries {

  private final String text;
  private @Nullable BreakIterator words;

  public WordBoundaries(String text) {
    this.text = text;
  }

  /**
   * Whether {@code start} to {@code end} is one word or several whole ones.
   *
   * @param start in characters, 0 to the text's length
   * @param end in characters, {@code start} to the text's length
   */
  public boolean enclose(int start, int end) {
    BreakIterator iterator = words();
    return iterator.isBoundary(start) && iterator.isBoundary(end);
  }

  private BreakIterator words() {
    if (words == null) {
      words = BreakIterator.getWordInstance(ULocale.CHINESE);
      words.setText(text);
    }
    return words;
  }
}
