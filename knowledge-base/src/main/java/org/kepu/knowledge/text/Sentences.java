package org.kepu.knowledge.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.document.Span;

/** Where sentences begin and end, by Unicode's rules (UAX #29, ICU); a line's end also ends one. */
public final class Sentences {

  private static final BreakIterator RULES = BreakIterator.getSentenceInstance(ULocale.CHINESE);

  private Sentences() {}

  /** The sentences of {@code text} in order, without the white space around them; none is empty. */
  public static List<Span> of(String text) {
    // Iterators keep a position: each caller works on a clone of its own.
    BreakIterator iterator = RULES.clone();
    iterator.setText(text);
    List<Span> sentences = new ArrayList<>();
    int start = iterator.first();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      addStripped(text, start, end, sentences);
      start = end;
    }
    return sentences;
  }

  private static void addStripped(String text, int start, int end, List<Span> sentences) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new Span(from, to));
    }
  }
}
