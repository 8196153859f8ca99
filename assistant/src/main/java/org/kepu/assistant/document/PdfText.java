package org.kepu.assistant.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The text of one PDF document, in a font that travels with it (Noto Sans SC, SIL Open Font
 * License). A character the font lacks, such as an emoji, is put plainly or named by its code.
 */
public final class PdfText {

  private static final String FONT = "/org/kepu/fonts/NotoSansSC_400Regular.ttf";
  private static final float PER_EM = 1000;

  /** A line does not begin with these. */
  private static final String CLOSING = "，。；：、？！”’）》％℃";

  private final PDType0Font font;
  private final CmapLookup glyphs;
  private final SortedMap<Integer, Integer> written = new TreeMap<>();

  private PdfText(PDType0Font font, CmapLookup glyphs) {
    this.font = font;
    this.glyphs = glyphs;
  }

  /** The text of a document that is being written. */
  public static PdfText in(PDDocument document) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(File.CONTENT));
    // A ligature is a glyph of several characters, which could not be copied as they are.
    font.setEnableGsub(false);
    CmapLookup glyphs = font.getUnicodeCmapLookup();
    return new PdfText(PDType0Font.load(document, font, true), glyphs);
  }

  public PDType0Font font() {
    return font;
  }

  /** The lines of {@code text} that are no wider than {@code width}; its line breaks are kept. */
  public List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.replace("\r\n", "\n").split("\n", -1)) {
      broken(printable(paragraph), size, width, lines);
    }
    return lines;
  }

  /** How wide a line is that came from {@link #lines}. */
  public float width(String line, float size) throws IOException {
    return font.getStringWidth(line) / PER_EM * size;
  }

  /** The finished document, with its glyphs named so that it can be searched and copied. */
  public byte[] named(byte[] file) throws IOException {
    return GlyphNames.of(written).in(file);
  }

  private void broken(String text, float size, float width, List<String> lines) throws IOException {
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (int character : text.codePoints().toArray()) {
      String glyph = Character.toString(character);
      float wide = width(glyph, size);
      if (used + wide > width && CLOSING.indexOf(character) < 0) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      line.append(glyph);
      used += wide;
    }
    lines.add(line.toString());
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

  /** Read once, when the first document is written. */
  private static final class File {

    private static final byte[] CONTENT = read();

    private static byte[] read() {
      try (InputStream file = PdfText.class.getResourceAsStream(FONT)) {
        if (file == null) {
          throw new IllegalStateException(
              FONT + " is not on the class path; please build web-widget, which brings it");
        }
        return file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + FONT, e);
      }
    }
  }
}
