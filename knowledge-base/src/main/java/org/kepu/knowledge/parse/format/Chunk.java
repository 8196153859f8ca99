package org.kepu.knowledge.parse.format;

/**
 * Glyphs of a page that stand close together in one line.
 *
 * @param left in points from the page's left edge
 * @param right where the last glyph ends
 * @param base the baseline, in points from the page's top
 * @param size of its largest glyphs, in points
 */
record Chunk(double left, double right, double base, double size, String text) {

  double width() {
    return right - left;
  }

  /** This chunk and the one right of it. */
  Chunk with(Chunk next) {
    return new Chunk(
        Math.min(left, next.left),
        Math.max(right, next.right),
        base,
        Math.max(size, next.size),
        text + (Glue.spaced(text, next.text) ? " " : "") + next.text);
  }
}
