package org.kepu.assistant.report.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.document.PdfText;

/**
 * A4 pages, filled from the top. Everything on them has its place in the document's structure, so
 * that screen readers, and programs, know a table's cells as such (ISO 32000-1, 14.8).
 */
final class TaggedPages implements Closeable {

  static final float MARGIN = 54;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  static final float LEADING = 1.45f;

  private static final float FOOT = 9;
  private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

  private final PDDocument document;
  private final PdfText text;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement body;
  private final List<List<PDStructureElement>> owners = new ArrayList<>();
  private @Nullable PDPage page;
  private @Nullable PDPageContentStream stream;
  private float y;

  TaggedPages(PDDocument document, PdfText text) {
    this.document = document;
    this.text = text;
    body = new PDStructureElement("Document", root);
    root.appendKid(body);
    document.getDocumentCatalog().setStructureTreeRoot(root);
    document.getDocumentCatalog().setLanguage("zh-CN");
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
  }

  /** A new part of the document, or of a part. */
  PDStructureElement part(String type, @Nullable PDStructureElement of) {
    PDStructureNode parent = of == null ? body : of;
    PDStructureElement part = new PDStructureElement(type, parent);
    parent.appendKid(part);
    return part;
  }

  /** Where the next thing begins, from the page's foot. */
  float y() {
    return y;
  }

  void down(float height) {
    y -= height;
  }

  /**
   * Makes sure that there is room, on another page if need be.
   *
   * @return whether another page was begun
   */
  boolean room(float height) throws IOException {
    if (page != null && y - height >= MARGIN) {
      return false;
    }
    close();
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    next.setStructParents(owners.size());
    owners.add(new ArrayList<>());
    page = next;
    stream = new PDPageContentStream(document, next);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return true;
  }

  /** What is drawn now. */
  PDPageContentStream stream() {
    PDPageContentStream current = stream;
    if (current == null) {
      throw new IllegalStateException("Nothing can be drawn before there is room for it");
    }
    return current;
  }

  /** What is drawn from here on is a part's content. */
  void begin(PDStructureElement part) throws IOException {
    List<PDStructureElement> ofPage = owners.getLast();
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(ofPage.size());
    part.setPage(page);
    part.appendKid(reference);
    stream().beginMarkedContent(COSName.getPDFName(part.getStructureType()), ofPage.size());
    ofPage.add(part);
  }

  /** What is drawn from here on is decoration, or is said elsewhere. */
  void beginArtifact() throws IOException {
    stream().beginMarkedContent(ARTIFACT);
  }

  void end() throws IOException {
    stream().endMarkedContent();
  }

  /** Writes a paragraph across the page. */
  void paragraph(String type, String words, float size, float indent) throws IOException {
    PDStructureElement paragraph = part(type, null);
    for (String line : text.lines(words, size, WIDTH - indent)) {
      room(size * LEADING);
      down(size * LEADING);
      begin(paragraph);
      line(line, size, MARGIN + indent, y);
      end();
    }
  }

  /** Writes a paragraph in the middle of the page. */
  void centred(String type, String words, float size) throws IOException {
    PDStructureElement paragraph = part(type, null);
    for (String line : text.lines(words, size, WIDTH)) {
      room(size * LEADING);
      down(size * LEADING);
      begin(paragraph);
      line(line, size, MARGIN + (WIDTH - text.width(line, size)) / 2, y);
      end();
    }
  }

  /** Writes a line that came from the text. */
  void line(String line, float size, float x, float at) throws IOException {
    if (!line.isEmpty()) {
      PDPageContentStream current = stream();
      current.beginText();
      current.setFont(text.font(), size);
      current.newLineAtOffset(x, at);
      current.showText(line);
      current.endText();
    }
  }

  PdfText text() {
    return text;
  }

  /** Numbers the pages and ties the structure to them; nothing is drawn after it. */
  void finish(String footer) throws IOException {
    close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      String line =
          text.lines("%s　第 %d 页，共 %d 页".formatted(footer, i + 1, pages), FOOT, WIDTH).getFirst();
      try (PDPageContentStream foot =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        foot.beginMarkedContent(ARTIFACT);
        foot.setNonStrokingColor(0.4f, 0.4f, 0.4f);
        foot.beginText();
        foot.setFont(text.font(), FOOT);
        foot.newLineAtOffset(MARGIN + (WIDTH - text.width(line, FOOT)) / 2, MARGIN - 2 * FOOT);
        foot.showText(line);
        foot.endText();
        foot.endMarkedContent();
      }
    }
    Map<Integer, PDParentTreeValue> parents = new TreeMap<>();
    for (int i = 0; i < owners.size(); i++) {
      COSArray ofPage = new COSArray();
      owners.get(i).forEach(ofPage::add);
      parents.put(i, new PDParentTreeValue(ofPage));
    }
    PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(parents);
    root.setParentTree(tree);
    root.setParentTreeNextKey(owners.size());
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
