package org.kepu.knowledge.parse.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A table on a page without ruled lines, known by cells that stand below one another and leave
 * white space before the next column, which prose in columns does not.
 *
 * @param rows its cells, an empty one where a column has none; empty if no table begins here
 * @param next the first row below it
 */
record TableRows(List<List<String>> rows, int next) {

  /** A header and two rows; less may be chance. */
  private static final int FEWEST = 3;

  /** How much of the way to the next column cells fill on average; columns of prose nearly all. */
  private static final double FULLEST = 0.75;

  /** Rows further apart than this, in ems, are no table. */
  private static final double WIDEST_GAP = 4;

  static TableRows beginningAt(List<List<Chunk>> page, int first) {
    int next = first;
    while (next < page.size() && joins(page, first, next)) {
      next++;
    }
    // A row of one cell at the end is the paragraph below.
    while (next > first && page.get(next - 1).size() < 2) {
      next--;
    }
    List<List<Chunk>> rows = page.subList(first, next);
    List<double[]> columns = columns(rows);
    boolean table =
        rows.size() >= FEWEST
            && columns.size() > 1
            && rows.stream().allMatch(row -> inColumns(row, columns))
            && fill(rows, columns) < FULLEST;
    return table ? new TableRows(cells(rows, columns), next) : new TableRows(List.of(), first + 1);
  }

  /** A row of several cells; or of one that goes on with a cell above it. */
  private static boolean joins(List<List<Chunk>> page, int first, int row) {
    List<Chunk> chunks = page.get(row);
    if (row == first) {
      return chunks.size() > 1;
    }
    Chunk above = page.get(row - 1).getFirst();
    if (chunks.getFirst().base() - above.base() > WIDEST_GAP * above.size()) {
      return false;
    }
    double firstColumnsEnd = page.get(first).get(1).left();
    return chunks.size() > 1 || chunks.getFirst().left() >= firstColumnsEnd - above.size();
  }

  /** Left and right edge of each column: what overlaps from row to row. */
  private static List<double[]> columns(List<List<Chunk>> rows) {
    List<double[]> columns = new ArrayList<>();
    rows.stream()
        .flatMap(List::stream)
        .sorted(java.util.Comparator.comparingDouble(Chunk::left))
        .forEach(
            chunk -> {
              if (columns.isEmpty() || chunk.left() > columns.getLast()[1]) {
                columns.add(new double[] {chunk.left(), chunk.right()});
              } else {
                columns.getLast()[1] = Math.max(columns.getLast()[1], chunk.right());
              }
            });
    return columns;
  }

  private static boolean inColumns(List<Chunk> row, List<double[]> columns) {
    return row.stream().map(chunk -> column(chunk, columns)).distinct().count() == row.size();
  }

  private static int column(Chunk chunk, List<double[]> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (chunk.left() <= columns.get(i)[1]) {
        return i;
      }
    }
    return columns.size() - 1;
  }

  private static double fill(List<List<Chunk>> rows, List<double[]> columns) {
    return rows.stream()
        .flatMap(List::stream)
        .filter(chunk -> column(chunk, columns) < columns.size() - 1)
        .mapToDouble(
            chunk -> {
              int column = column(chunk, columns);
              return chunk.width() / (columns.get(column + 1)[0] - columns.get(column)[0]);
            })
        .average()
        .orElse(1);
  }

  private static List<List<String>> cells(List<List<Chunk>> rows, List<double[]> columns) {
    List<List<String>> cells = new ArrayList<>();
    for (List<Chunk> row : rows) {
      List<String> line = new ArrayList<>();
      columns.forEach(column -> line.add(""));
      row.forEach(chunk -> line.set(column(chunk, columns), chunk.text()));
      if (line.getFirst().isEmpty() && !cells.isEmpty()) {
        goOn(cells.getLast(), line);
      } else {
        cells.add(line);
      }
    }
    return cells;
  }

  /** A row without a first cell holds the rest of the cells above it. */
  private static void goOn(List<String> above, List<String> rest) {
    for (int i = 0; i < above.size(); i++) {
      above.set(i, Glue.joined(above.get(i), rest.get(i)));
    }
  }
}
