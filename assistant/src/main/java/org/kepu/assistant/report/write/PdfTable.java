package org.kepu.assistant.report.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.ReachReport.Table;

/** Draws a table; its columns' names stand above its rows on every page. */
final class PdfTable {

  private static final float SIZE = 9;
  private static final float PADDING = 4;
  private static final float NARROWEST = 46;

  /** Narrower columns are not made narrower still, where there is a wider one. */
  private static final float KEPT = 92;

  /** A mark that may not begin a line hangs over its end. */
  private static final float HANGING = SIZE / 2;

  private static final float WIDEST = 190;

  private final TaggedPages pages;
  private final Table table;
  private final float[] widths;

  private PdfTable(TaggedPages pages, Table table) throws IOException {
    this.pages = pages;
    this.table = table;
    this.widths = widths();
  }

  static void draw(TaggedPages pages, Table table) throws IOException {
    new PdfTable(pages, table).draw();
  }

  private void draw() throws IOException {
    PDStructureElement whole = pages.part("Table", null);
    List<List<String>> names = lines(table.columns());
    pages.room(height(names) * 3);
    PDStructureElement head = pages.part("TR", whole);
    row(names, cells(head, "TH"), true);
    for (List<Cell> row : table.rows()) {
      List<List<String>> lines = lines(row.stream().map(Cell::text).toList());
      if (pages.room(height(lines))) {
        row(names, List.of(), true);
      }
      row(lines, cells(pages.part("TR", whole), "TD"), false);
    }
  }

  private List<PDStructureElement> cells(PDStructureElement row, String type) {
    return table.columns().stream().map(column -> pages.part(type, row)).toList();
  }

  /** Draws a row; without cells in the structure it only says again what stands elsewhere. */
  private void row(List<List<String>> lines, List<PDStructureElement> cells, boolean head)
      throws IOException {
    float height = height(lines);
    float top = pages.y();
    pages.beginArtifact();
    PDPageContentStream stream = pages.stream();
    float x = TaggedPages.MARGIN;
    stream.setStrokingColor(0.7f, 0.7f, 0.7f);
    stream.setLineWidth(0.5f);
    for (float width : widths) {
      stream.addRect(x, top - height, width, height);
      if (head) {
        stream.setNonStrokingColor(0.91f, 0.93f, 0.95f);
        stream.fillAndStroke();
        stream.setNonStrokingColor(0f, 0f, 0f);
      } else {
        stream.stroke();
      }
      x += width;
    }
    pages.end();
    x = TaggedPages.MARGIN;
    for (int column = 0; column < widths.length; column++) {
      if (cells.isEmpty()) {
        pages.beginArtifact();
      } else {
        pages.begin(cells.get(column));
      }
      boolean right = table.numeric(column);
      float at = top - PADDING;
      for (String line : lines.get(column)) {
        at -= SIZE * TaggedPages.LEADING;
        float room = widths[column] - 2 * PADDING - pages.text().width(line, SIZE);
        pages.line(line, SIZE, x + PADDING + (right ? Math.max(0, room) : 0), at + PADDING / 2);
      }
      pages.end();
      x += widths[column];
    }
    pages.down(height);
  }

  private static float height(List<List<String>> lines) {
    int most = lines.stream().mapToInt(List::size).max().orElse(1);
    return most * SIZE * TaggedPages.LEADING + 2 * PADDING;
  }

  private List<List<String>> lines(List<String> row) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      lines.add(pages.text().lines(row.get(column), SIZE, widths[column] - 2 * PADDING - HANGING));
    }
    return lines;
  }

  /** As wide as the content, as far as the page allows; the rest goes to the widest texts. */
  private float[] widths() throws IOException {
    float[] wanted = new float[table.columns().size()];
    for (int column = 0; column < wanted.length; column++) {
      wanted[column] = wide(table.columns().get(column)) / 2;
      for (List<Cell> row : table.rows()) {
        wanted[column] = Math.max(wanted[column], wide(row.get(column).text()));
      }
      wanted[column] = Math.clamp(wanted[column] + 2 * PADDING + HANGING + 1, NARROWEST, WIDEST);
    }
    float sum = 0;
    for (float width : wanted) {
      sum += width;
    }
    float over = sum - TaggedPages.WIDTH;
    float least = flexible(wanted, KEPT) > over ? KEPT : NARROWEST;
    float flexible = flexible(wanted, least);
    for (int column = 0; column < wanted.length; column++) {
      wanted[column] -=
          over > 0
              ? over * Math.max(0, wanted[column] - least) / flexible
              : over * wanted[column] / sum;
    }
    return wanted;
  }

  private static float flexible(float[] widths, float least) {
    float flexible = 0;
    for (float width : widths) {
      flexible += Math.max(0, width - least);
    }
    return flexible;
  }

  private float wide(String words) throws IOException {
    float widest = 0;
    for (String line : pages.text().lines(words, SIZE, Float.MAX_VALUE)) {
      widest = Math.max(widest, pages.text().width(line, SIZE));
    }
    return widest;
  }
}
