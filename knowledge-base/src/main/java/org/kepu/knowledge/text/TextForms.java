package org.kepu.knowledge.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** The forms a text takes before a machine compares it. What people see is never changed. */
public final class TextForms {

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final char FULL_WIDTH_FIRST = '\uFF10';
  private static final char FULL_WIDTH_LAST = '\uFF5A';
  private static final int FULL_WIDTH_SHIFT = 0xFEE0;

  private TextForms() {}

  /**
   * The form that is matched by words: compatibility forms composed (NFKC: full width becomes half,
   * ㎞ becomes km), case folded, Traditional folded to Simplified. Its length may differ from the
   * original's.
   */
  public static String forMatching(String text) {
    return folded(new StringBuilder(NFKC_CASEFOLD.normalize(text)));
  }

  /**
   * The form that is embedded: lower case, because the model's vocabulary is and its tokenizer does
   * not see to it; Simplified; letters and digits of half width. Punctuation stays full width, as
   * in the texts the model was trained on. As long as the original, character by character.
   */
  public static String forEmbedding(String text) {
    StringBuilder form = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fullWidth = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
      char narrow = fullWidth ? (char) (c - FULL_WIDTH_SHIFT) : c;
      form.append(
          fullWidth && !Character.isLetterOrDigit(narrow) ? c : Character.toLowerCase(narrow));
    }
    return folded(form);
  }

  /** A name as a key: as matched, without the marks and spaces that people put in or leave out. */
  public static String asKey(String name) {
    return forMatching(name).toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}\\p{Z}\\s]+", "");
  }

  private static String folded(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      text.setCharAt(i, HanFolding.fold(text.charAt(i)));
    }
    return text.toString();
  }
}
