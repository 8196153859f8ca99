package org.kepu.assistant.educator.export;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.document.PdfText;

/** Sets lines on A4 pages, one below the other, each broken where it leaves the page. */
final class PdfPages implements Closeable {

  private static final float MARGIN = 56;
  private static final float LEADING = 1.5f;

  private final PDDocument document;
  private final PdfText text;
  private @Nullable PDPageContentStream page;
  private float y;

  PdfPages(PDDocument document, PdfText text) {
    this.document = document;
    this.text = text;
  }

  /** Writes words, line breaks in it being line breaks. */
  void write(String words, float size, float indent) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
    for (String line : text.lines(words, size, width)) {
      line(line, size, indent);
    }
  }

  /** Leaves some room. */
  void gap(float height) {
    y -= height;
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
      stream.setFont(text.font(), size);
      stream.newLineAtOffset(MARGIN + indent, y);
      stream.showText(line);
      stream.endText();
    }
  }
}
