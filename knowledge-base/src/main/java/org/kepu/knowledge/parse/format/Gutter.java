package org.kepu.knowledge.parse.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The white space that runs down between two columns of prose, if there is any.
 *
 * @param left the rows of what stands left of it; empty if there is none
 * @param right the rows of what stands right of it
 */
record Gutter(List<List<Chunk>> left, List<List<Chunk>> right) {

  /** Narrower white space, in ems, is the gap between words. */
  private static final double WIDTH = 1.0;

  /** What is narrower on average, in ems, is no column: numbers and bullets before a list. */
  private static final double COLUMN_WIDTH = 6;

  static Gutter of(List<List<Chunk>> rows) {
    List<Chunk> chunks =
        rows.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(Chunk::left))
            .toList();
    double size = chunks.stream().mapToDouble(Chunk::size).average().orElse(0);
    double widest = WIDTH * size;
    double cut = Double.NaN;
    double right = Double.NEGATIVE_INFINITY;
    for (Chunk chunk : chunks) {
      if (right > Double.NEGATIVE_INFINITY && chunk.left() - right > widest) {
        widest = chunk.left() - right;
        cut = (chunk.left() + right) / 2;
      }
      right = Math.max(right, chunk.right());
    }
    if (Double.isNaN(cut)) {
      return new Gutter(List.of(), List.of());
    }
    Gutter gutter = cutAt(cut, rows);
    boolean columns = column(gutter.left, size) && column(gutter.right, size);
    return columns ? gutter : new Gutter(List.of(), List.of());
  }

  boolean found() {
    return !left.isEmpty();
  }

  private static Gutter cutAt(double cut, List<List<Chunk>> rows) {
    List<List<Chunk>> left = new ArrayList<>();
    List<List<Chunk>> right = new ArrayList<>();
    for (List<Chunk> row : rows) {
      List<Chunk> before = row.stream().filter(chunk -> chunk.right() < cut).toList();
      List<Chunk> after = row.stream().filter(chunk -> chunk.left() > cut).toList();
      if (!before.isEmpty()) {
        left.add(before);
      }
      if (!after.isEmpty()) {
        right.add(after);
      }
    }
    return new Gutter(left, right);
  }

  private static boolean column(List<List<Chunk>> rows, double size) {
    double width =
        rows.stream().flatMap(List::stream).mapToDouble(Chunk::width).average().orElse(0);
    return rows.size() > 1 && width >= COLUMN_WIDTH * size;
  }
}
