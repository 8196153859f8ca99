package org.kepu.assistant.report.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.kepu.assistant.document.AiLabel;
import org.kepu.assistant.document.PdfText;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReachReport.Fact;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/** A document to print and to file, tagged, with its font in it. */
public final class PdfWriter implements ReportWriter {

  private static final float TITLE = 18;
  private static final float HEADING = 14;
  private static final float TABLE_TITLE = 11;
  private static final float TEXT = 10.5f;
  private static final float NOTE = 9;
  private static final float KEPT_TOGETHER = 90;

  @Override
  public Form form() {
    return Form.PDF;
  }

  @Override
  public byte[] write(ReachReport report) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(report.title());
      document.getDocumentInformation().setSubject(report.label());
      document
          .getDocumentInformation()
          .setCustomMetadataValue(AiLabel.PROPERTY, Labels.implicit(report));
      PdfText text = PdfText.in(document);
      try (TaggedPages pages = new TaggedPages(document, text)) {
        head(pages, report);
        for (Section section : report.sections()) {
          section(pages, section);
        }
        pages.finish(report.title());
      }
      document.save(file);
      return text.named(file.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("A document cannot be written to memory", e);
    }
  }

  private static void head(TaggedPages pages, ReachReport report) throws IOException {
    pages.room(TITLE);
    pages.down(TITLE / 2);
    pages.centred("H1", report.title(), TITLE);
    pages.down(TITLE / 2);
    for (Fact fact : report.heading()) {
      pages.paragraph("P", fact.name() + "：" + fact.value(), TEXT, 0);
    }
    pages.down(NOTE / 2);
    pages.paragraph("P", report.label(), NOTE, 0);
  }

  private static void section(TaggedPages pages, Section section) throws IOException {
    pages.down(HEADING);
    pages.room(KEPT_TOGETHER + section.notes().size() * NOTE * TaggedPages.LEADING);
    pages.paragraph("H2", section.title(), HEADING, 0);
    pages.down(NOTE / 3);
    for (String note : section.notes()) {
      pages.paragraph("P", note, NOTE, 0);
    }
    for (Table table : section.tables()) {
      pages.down(TABLE_TITLE);
      pages.room(KEPT_TOGETHER);
      pages.paragraph("H3", table.title(), TABLE_TITLE, 0);
      pages.down(NOTE / 2);
      PdfTable.draw(pages, table);
      Plot plot = Plot.of(table);
      if (plot != null) {
        PdfChart.draw(pages, plot);
      }
    }
  }
}
