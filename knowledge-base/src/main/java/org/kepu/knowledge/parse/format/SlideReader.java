package org.kepu.knowledge.parse.format;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Notes;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.apache.poi.sl.usermodel.TableCell;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextParagraph;
import org.apache.poi.sl.usermodel.TextRun;
import org.apache.poi.sl.usermodel.TextShape;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * Reads slides, each a section below its title, its shapes from top to bottom, the speaker's notes
 * last. POI rather than Tika, which does not tell a slide's title from its text.
 */
final class SlideReader implements FormatReader {

  private final Limits limits;

  SlideReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public void read(byte[] content, TextSink text) throws Exception {
    try (SlideShow<?, ?> show = SlideShowFactory.create(new ByteArrayInputStream(content))) {
      for (Slide<?, ?> slide : show.getSlides()) {
        text.page(slide.getSlideNumber());
        read(slide, text);
      }
    }
  }

  private void read(Slide<?, ?> slide, TextSink text) {
    String title = slide.getTitle();
    if (title != null) {
      text.heading(1, title);
    }
    for (Shape<?, ?> shape : topDown(slide.getShapes())) {
      read(shape, title, text, 0);
    }
    Notes<?, ?> notes = slide.getNotes();
    if (notes != null) {
      notes.getTextParagraphs().stream()
          .flatMap(List::stream)
          .map(SlideReader::textOf)
          .filter(note -> !note.matches("\\d*"))
          .forEach(text::block);
    }
  }

  private void read(
      Shape<?, ?> shape,
      @org.jspecify.annotations.Nullable String title,
      TextSink text,
      int depth) {
    if (depth > limits.depth()) {
      throw new QuarantineException(QuarantineReason.TOO_DEEP, "图形组合超过 " + limits.depth() + " 层");
    }
    if (shape instanceof GroupShape<?, ?> group) {
      for (Shape<?, ?> part : topDown(group.getShapes())) {
        read(part, title, text, depth + 1);
      }
    } else if (shape instanceof TableShape<?, ?> table) {
      text.table(rows(table));
    } else if (shape instanceof TextShape<?, ?> box && !box.getText().equals(title)) {
      box.getTextParagraphs().forEach(paragraph -> text.block(textOf(paragraph)));
    }
  }

  private static List<Shape<?, ?>> topDown(List<? extends Shape<?, ?>> shapes) {
    List<Shape<?, ?>> ordered = new ArrayList<>(shapes);
    ordered.sort(
        Comparator.<Shape<?, ?>>comparingDouble(shape -> Math.rint(top(shape)))
            .thenComparingDouble(SlideReader::left));
    return ordered;
  }

  /** A placeholder that stands where its layout puts it may have no place of its own. */
  private static double top(Shape<?, ?> shape) {
    return shape.getAnchor() == null ? 0 : shape.getAnchor().getY();
  }

  private static double left(Shape<?, ?> shape) {
    return shape.getAnchor() == null ? 0 : shape.getAnchor().getX();
  }

  private static List<List<String>> rows(TableShape<?, ?> table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        TableCell<?, ?> cell = table.getCell(row, column);
        cells.add(cell == null ? "" : cell.getText().replaceAll("\\s+", " ").strip());
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String textOf(TextParagraph<?, ?, ?> paragraph) {
    StringBuilder text = new StringBuilder();
    for (TextRun run : paragraph.getTextRuns()) {
      text.append(run.getRawText());
    }
    return text.toString().replaceAll("[\\s\\u000b]+", " ").strip();
  }
}
