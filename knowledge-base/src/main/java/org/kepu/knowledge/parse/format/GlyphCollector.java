package org.kepu.knowledge.parse.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * Collects the glyphs of a page as chunks, row by row. PDFBox sees to fonts, rotation and glyphs
 * printed twice to look bold; the order of a page is {@link PageLayout}'s.
 */
final class GlyphCollector extends PDFTextStripper {

  /** A gap wider than this, in ems, parts chunks: what justified text never reaches. */
  private static final double CHUNK_GAP = 1.2;

  /** A gap wider than this, in ems, parts words. */
  private static final double WORD_GAP = 0.2;

  /** How far a glyph of the same row may stand off the baseline, in ems. */
  private static final double SAME_ROW = 0.4;

  private final int limit;
  private final List<List<List<Chunk>>> pages = new ArrayList<>();
  private long characters;

  /**
   * @param limit how many glyphs it takes
   */
  GlyphCollector(int limit) {
    this.limit = limit;
    setSuppressDuplicateOverlappingText(true);
  }

  /** The rows of each page, from the top, and of each row the chunks, from the left. */
  List<List<List<Chunk>>> read(PDDocument pdf) throws IOException {
    writeText(pdf, Writer.nullWriter());
    int count = 0;
    for (PDPage _ : pdf.getPages()) {
      count++;
    }
    padTo(count);
    return pages;
  }

  /** How many glyphs all pages have. */
  long characters() {
    return characters;
  }

  @Override
  protected void writePage() throws IOException {
    List<TextPosition> glyphs = new ArrayList<>();
    charactersByArticle.forEach(
        article ->
            article.stream().filter(glyph -> glyph.getUnicode() != null).forEach(glyphs::add));
    characters += glyphs.stream().filter(glyph -> !blank(glyph)).count();
    if (characters > limit) {
      throw new QuarantineException(QuarantineReason.TOO_LONG, "超过 " + limit + " 字");
    }
    padTo(getCurrentPageNo() - 1);
    pages.add(rows(glyphs));
  }

  /** Pages without content are not written. */
  private void padTo(int size) {
    while (pages.size() < size) {
      pages.add(List.of());
    }
  }

  private static List<List<Chunk>> rows(List<TextPosition> glyphs) {
    glyphs.sort(Comparator.comparingDouble(TextPosition::getYDirAdj));
    List<List<Chunk>> rows = new ArrayList<>();
    List<TextPosition> row = new ArrayList<>();
    for (TextPosition glyph : glyphs) {
      if (!row.isEmpty()
          && !blank(glyph)
          && glyph.getYDirAdj() - row.getFirst().getYDirAdj() > SAME_ROW * size(glyph)) {
        addTo(rows, row);
        row = new ArrayList<>();
      }
      row.add(glyph);
    }
    addTo(rows, row);
    return rows;
  }

  private static void addTo(List<List<Chunk>> rows, List<TextPosition> row) {
    List<Chunk> chunks = row.isEmpty() ? List.of() : chunks(row);
    if (!chunks.isEmpty()) {
      rows.add(chunks);
    }
  }

  private static List<Chunk> chunks(List<TextPosition> row) {
    row.sort(Comparator.comparingDouble(TextPosition::getXDirAdj));
    List<Chunk> chunks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    TextPosition first = row.getFirst();
    double size = 0;
    double right = 0;
    boolean space = false;
    for (TextPosition glyph : row) {
      if (blank(glyph)) {
        space = true;
        continue;
      }
      double gap = text.isEmpty() ? 0 : (glyph.getXDirAdj() - right) / size(glyph);
      if (gap > CHUNK_GAP) {
        chunks.add(chunk(first, right, size, text));
        text.setLength(0);
        size = 0;
      }
      if (text.isEmpty()) {
        first = glyph;
      } else if (space || (gap > WORD_GAP && Glue.spaced(text.toString(), glyph.getUnicode()))) {
        text.append(' ');
      }
      space = false;
      text.append(glyph.getUnicode());
      size = Math.max(size, size(glyph));
      right = glyph.getXDirAdj() + glyph.getWidthDirAdj();
    }
    if (!text.isEmpty()) {
      chunks.add(chunk(first, right, size, text));
    }
    return chunks;
  }

  private static Chunk chunk(TextPosition first, double right, double size, CharSequence text) {
    double left = first.getXDirAdj();
    return new Chunk(
        left, Math.max(left, right), first.getYDirAdj(), size, text.toString().strip());
  }

  private static boolean blank(TextPosition glyph) {
    return glyph.getUnicode().isBlank();
  }

  private static double size(TextPosition glyph) {
    return Math.max(1, Math.abs(glyph.getFontSizeInPt()));
  }
}
