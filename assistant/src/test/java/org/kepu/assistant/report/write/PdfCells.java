package org.kepu.assistant.report.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads the tables of a tagged PDF by its structure, as a screen reader does. */
final class PdfCells {

  private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
  private final List<List<List<String>>> tables = new ArrayList<>();

  private PdfCells() {}

  static List<List<List<String>>> of(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PdfCells cells = new PdfCells();
      cells.walk(document.getDocumentCatalog().getStructureTreeRoot());
      return cells.tables;
    }
  }

  private void walk(PDStructureNode node) throws IOException {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        switch (element.getStructureType()) {
          case "Table" -> tables.add(new ArrayList<>());
          case "TR" -> tables.getLast().add(new ArrayList<>());
          case "TD", "TH" -> tables.getLast().getLast().add(text(element));
          default -> {}
        }
        walk(element);
      }
    }
  }

  private String text(PDStructureElement cell) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Object kid : cell.getKids()) {
      if (kid instanceof PDMarkedContentReference reference) {
        text.append(text(reference.getPage()).getOrDefault(reference.getMCID(), ""));
      }
    }
    return text.toString();
  }

  private Map<Integer, String> text(PDPage page) throws IOException {
    for (Map.Entry<PDPage, Map<Integer, String>> known : texts.entrySet()) {
      if (known.getKey().getCOSObject().equals(page.getCOSObject())) {
        return known.getValue();
      }
    }
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> ofPage = new HashMap<>();
    extractor.getMarkedContents().forEach(content -> add(content, ofPage));
    texts.put(page, ofPage);
    return ofPage;
  }

  private static void add(PDMarkedContent content, Map<Integer, String> texts) {
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition position) {
        text.append(position.getUnicode());
      }
    }
    if (content.getMCID() >= 0) {
      texts.put(content.getMCID(), text.toString());
    }
  }
}
