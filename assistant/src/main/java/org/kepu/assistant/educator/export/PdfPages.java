package org.kepu.assistant.educator.export;

import java.io.Closeable;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Sets lines on A4 pages, one below the other, each broken where it leaves the page. */
final class PdfPages implements Closeable {

  private static final float MARGIN = 56;
  private static final float LEADING = 1.5f;
  private static final float PER_EM = 1000;

  /** A line does not begin with these. */
  private static final String CLOSING = "，。；：、？！”’）》％℃";

  private final PDDocument document;
  private final PDType0Font font;
  private final CmapLookup glyphs;
  private final SortedMap<Integer, Integer> written = new TreeMap<>();
  private @Nullable PDPageContentStream page;
  private float y;

  PdfPages(PDDocument document, PDType0Font font, CmapLookup glyphs) {
    this.document = document;
    this.font = font;
    this.glyphs = glyphs;
  }

  /** Writes {@code text}, line breaks in it being line breaks. */
  void write(String text, float size, float indent) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
    for (String paragraph : text.replace("\r\n", "\n").split("\n", -1)) {
      for (String line : broken(printable(paragraph), size, width)) {
        line(line, size, indent);
      }
    }
  }

  /** Leaves some room. */
  void gap(float height) {
    y -= height;
  }

  /** The character that each glyph stands for here, by the glyph's number. */
  SortedMap<Integer, Integer> written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    if (page != null) {
      page.close();
    }
  }

  private void line(String line, float size, float indent) throws IOException {
    PDPageContentStream stream = page;
    if (stream == null || y - size * LEADING < MARGIN) {
      close();
      PDPage next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      stream = new PDPageContentStream(document, next);
      page = stream;
      y = PDRectangle.A4.getHeight() - MARGIN;
    }
    y -= size * LEADING;
    if (!line.isEmpty()) {
      stream.beginText();
      stream.setFont(font, size);
      stream.newLineAtOffset(MARGIN + indent, y);
      stream.showText(line);
      stream.endText();
    }
  }

  private List<String> broken(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (int character : text.codePoints().toArray()) {
      String glyph = Character.toString(character);
      float wide = font.getStringWidth(glyph) / PER_EM * size;
      if (used + wide > width && CLOSING.indexOf(character) < 0) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(glyph);
      used += wide;
    }
    lines.add(line.toString());
    return lines;
  }

  /** What the font has no shape for is put plainly or named, so that nothing is lost. */
  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.replace('\t', ' ')
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .mapToObj(this::shaped)
        .forEach(printable::append);
    return printable.toString();
  }

  /** The character; or its plain form (₂ as 2); or its code. */
  private String shaped(int character) {
    String whole = Character.toString(character);
    String plain = Normalizer.normalize(whole, Normalizer.Form.NFKC);
    String shown =
        shapes(whole)
            ? whole
            : shapes(plain) ? plain : String.format(Locale.ROOT, "〔U+%04X〕", character);
    shown.codePoints().forEach(c -> written.putIfAbsent(glyphs.getGlyphId(c), c));
    return shown;
  }

  private boolean shapes(String text) {
    return text.codePoints().allMatch(c -> glyphs.getGlyphId(c) != 0);
  }
}
