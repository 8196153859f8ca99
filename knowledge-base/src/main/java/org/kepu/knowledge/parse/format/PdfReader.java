package org.kepu.knowledge.parse.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.format.PageLayout.Zone;

/**
 * Reads the text layer of a PDF: in the order of reading, headings by their size, tables by their
 * columns, without what is printed on every page. PDFBox rather than Tika, whose text has lost
 * where it stood.
 */
final class PdfReader implements FormatReader {

  /** Fewer characters a page than this, and what is to be read is in the pictures. */
  private static final int FEWEST_CHARACTERS = 10;

  private final Limits limits;

  PdfReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void read(byte[] content, TextSink text) throws IOException {
    List<List<List<Chunk>>> pages;
    try (PDDocument pdf = Loader.loadPDF(content, "")) {
      text.title(pdf.getDocumentInformation().getTitle());
      GlyphCollector collector = new GlyphCollector(limits.characters());
      pages = collector.read(pdf);
      if (collector.characters() < (long) FEWEST_CHARACTERS * pages.size()) {
        boolean pictures = hasPictures(pdf);
        throw new QuarantineException(
            pictures ? QuarantineReason.SCANNED : QuarantineReason.EMPTY,
            "%d 页共 %d 字".formatted(pages.size(), collector.characters()));
      }
    }
    remarkOnScans(pages, text);
    List<List<Zone>> zones = RunningLines.removed(pages).stream().map(PageLayout::of).toList();
    new PdfText(Sizes.of(zones), text).write(zones);
  }

  private static boolean hasPictures(PDDocument pdf) {
    for (PDPage page : pdf.getPages()) {
      PDResources resources = page.getResources();
      if (resources != null) {
        // A form may hold the picture; what else it could hold are lines.
        if (resources.getXObjectNames().iterator().hasNext()) {
          return true;
        }
      }
    }
    return false;
  }

  private static void remarkOnScans(List<List<List<Chunk>>> pages, TextSink text) {
    List<String> without = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).isEmpty()) {
        without.add(String.valueOf(i + 1));
      }
    }
    if (!without.isEmpty()) {
      text.remark("第 " + String.join("、", without) + " 页没有文字层，未收录");
    }
  }
}
