package org.kepu.assistant.grounding;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The units and counters that may stand behind a number. */
final class Units {

  private static final Map<String, Unit> BY_WORD = read();
  private static final String COUNTERS = String.join("", Resources.lines("counters.txt"));
  private static final int LONGEST =
      BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0);

  private Units() {}

  /** The unit that stands in {@code form} at {@code at}, the longest; null if there is none. */
  static @Nullable Found at(String form, int at) {
    for (int length = Math.min(LONGEST, form.length() - at); length > 0; length--) {
      Unit unit = BY_WORD.get(form.substring(at, at + length));
      if (unit != null && !cutsLatinWord(form, at + length)) {
        return new Found(unit, length);
      }
    }
    return at < form.length() && COUNTERS.indexOf(form.charAt(at)) >= 0
        ? new Found(Unit.COUNT, 1)
        : null;
  }

  /** “3 m” is a length, “3 milu” is not. */
  private static boolean cutsLatinWord(String form, int end) {
    return end < form.length() && latin(form.charAt(end - 1)) && latin(form.charAt(end));
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static Map<String, Unit> read() {
    Map<String, Unit> units = new HashMap<>();
    for (String line : Resources.lines("units.tsv")) {
      String[] cells = line.split("\t");
      units.put(cells[0], new Unit(cells[1], Double.parseDouble(cells[2]), cells.length > 3));
    }
    return Map.copyOf(units);
  }

  /**
   * A unit in a text.
   *
   * @param length of its word
   */
  record Found(Unit unit, int length) {}
}
