package org.kepu.knowledge.parse.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is printed at the head or the foot of page after page, numbers aside: no part of the text.
 * It would stand in the middle of every sentence that runs over the end of a page.
 */
final class RunningLines {

  /** Twice may be chance. */
  private static final int FEWEST_PAGES = 3;

  private static final String PAGE_NUMBER =
      "[\\s\\-–—·.]*(第\\s*)?(\\d{1,4}|[ivxlcIVXLC]{1,7})(\\s*页)?([/／]\\s*\\d{1,4}|，?\\s*共\\s*\\d{1,4}\\s*页)?[\\s\\-–—·.]*";

  private RunningLines() {}

  /** The rows of each page without running lines and page numbers at its head and foot. */
  static List<List<List<Chunk>>> removed(List<List<List<Chunk>>> pages) {
    Map<String, Integer> heads = new HashMap<>();
    Map<String, Integer> feet = new HashMap<>();
    pages.stream()
        .filter(rows -> !rows.isEmpty())
        .forEach(
            rows -> {
              heads.merge(shape(rows.getFirst()), 1, Integer::sum);
              feet.merge(shape(rows.getLast()), 1, Integer::sum);
            });
    int often = Math.max(FEWEST_PAGES, pages.size() / 3);
    return pages.stream().map(rows -> without(rows, heads, feet, often)).toList();
  }

  private static List<List<Chunk>> without(
      List<List<Chunk>> rows, Map<String, Integer> heads, Map<String, Integer> feet, int often) {
    if (rows.size() < 2) {
      return rows;
    }
    int from = running(rows.getFirst(), heads, often) ? 1 : 0;
    int to = running(rows.getLast(), feet, often) ? rows.size() - 1 : rows.size();
    return rows.subList(from, Math.max(from, to));
  }

  private static boolean running(List<Chunk> row, Map<String, Integer> counts, int often) {
    return counts.getOrDefault(shape(row), 0) >= often || text(row).matches(PAGE_NUMBER);
  }

  /** The words of a row, whatever its number. */
  private static String shape(List<Chunk> row) {
    return text(row).replaceAll("\\d+", "#");
  }

  private static String text(List<Chunk> row) {
    return row.stream().map(Chunk::text).collect(Collectors.joining(" "));
  }
}
