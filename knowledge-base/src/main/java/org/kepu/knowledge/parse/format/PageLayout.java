package org.kepu.knowledge.parse.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the order in which people read a page, whatever the order in which it was drawn.
 *
 * <p>Tables are taken out first, for their columns are read across. The rest is cut where white
 * space runs through it, down before across (recursive XY-cut: Nagy and Seth, "Hierarchical
 * representation of optically scanned documents", 1984), so that columns are read one after the
 * other.
 */
final class PageLayout {

  private final List<Zone> zones = new ArrayList<>();

  private PageLayout() {}

  /** The zones of a page in reading order, of its rows from the top. */
  static List<Zone> of(List<List<Chunk>> rows) {
    PageLayout layout = new PageLayout();
    layout.read(rows);
    return layout.zones;
  }

  /** A part of a page. */
  sealed interface Zone {

    /** Lines of one column, from the top. */
    record Lines(List<Chunk> lines) implements Zone {}

    /** A table, its first row the headings of its columns. */
    record Table(List<List<String>> rows) implements Zone {}
  }

  private void read(List<List<Chunk>> rows) {
    List<List<Chunk>> prose = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      TableRows table = TableRows.beginningAt(rows, i);
      if (table.rows().isEmpty()) {
        prose.add(rows.get(i));
        i++;
      } else {
        order(prose);
        prose = new ArrayList<>();
        zones.add(new Zone.Table(table.rows()));
        i = table.next();
      }
    }
    order(prose);
  }

  private void order(List<List<Chunk>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Gutter gutter = Gutter.of(rows);
    if (gutter.found()) {
      order(gutter.left());
      order(gutter.right());
      return;
    }
    int below = rowBelowHeading(rows);
    if (below > 0) {
      order(rows.subList(0, below));
      order(rows.subList(below, rows.size()));
      return;
    }
    zones.add(new Zone.Lines(rows.stream().map(PageLayout::line).toList()));
  }

  /**
   * Where what runs across the columns ends, or begins again: the first row from which to either
   * side a gutter runs. 0 if there is none.
   */
  private static int rowBelowHeading(List<List<Chunk>> rows) {
    for (int i = 1; i < rows.size(); i++) {
      boolean manyAbove = rows.get(i - 1).size() > 1;
      boolean manyBelow = rows.get(i).size() > 1;
      if (manyAbove != manyBelow
          && (Gutter.of(rows.subList(i, rows.size())).found()
              || Gutter.of(rows.subList(0, i)).found())) {
        return i;
      }
    }
    return 0;
  }

  private static Chunk line(List<Chunk> row) {
    return row.stream().reduce(Chunk::with).orElseThrow();
  }
}
