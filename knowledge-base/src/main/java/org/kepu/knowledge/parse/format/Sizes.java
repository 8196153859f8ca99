package org.kepu.knowledge.parse.format;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kepu.knowledge.parse.format.PageLayout.Zone;

/**
 * The type sizes of a document: the one most of its text is set in, and the larger ones, which are
 * its headings'.
 *
 * @param body in points
 * @param headings larger sizes, the largest first, six at most
 */
record Sizes(double body, List<Double> headings) {

  /** How much larger than the text a heading is set at least. */
  private static final double LARGER = 1.15;

  private static final int LEVELS = 6;

  static Sizes of(List<List<Zone>> pages) {
    Map<Double, Integer> characters = new TreeMap<>();
    pages.stream()
        .flatMap(List::stream)
        .forEach(
            zone -> {
              if (zone instanceof Zone.Lines(List<Chunk> lines)) {
                lines.forEach(
                    line -> characters.merge(rounded(line), line.text().length(), Integer::sum));
              }
            });
    double body =
        characters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1.0);
    List<Double> larger =
        characters.keySet().stream()
            .filter(size -> size >= LARGER * body)
            .sorted(java.util.Comparator.reverseOrder())
            .limit(LEVELS)
            .toList();
    return new Sizes(body, larger);
  }

  /** The level of a heading in this line's size, from 1; 0 if it is none. */
  int level(Chunk line) {
    return headings.indexOf(rounded(line)) + 1;
  }

  private static double rounded(Chunk line) {
    return Math.rint(line.size() * 2) / 2;
  }
}
