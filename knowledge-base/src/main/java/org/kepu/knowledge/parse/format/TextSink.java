package org.kepu.knowledge.parse.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.QuarantineException;
import org.kepu.knowledge.parse.QuarantineReason;

/**
 * Takes what a reader finds, in order, until it is too much. The title may come late; so nothing is
 * written before the end.
 */
final class TextSink {

  /** A heading longer than this is a paragraph that looks like one. */
  private static final int LONGEST_HEADING = 120;

  private final int limit;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable String title;
  private long length;
  private boolean words;

  /**
   * @param limit how many characters it takes
   */
  TextSink(int limit) {
    this.limit = limit;
  }

  /** What the file calls itself; left out if that says nothing. */
  void title(@Nullable String found) {
    if (found != null && !found.isBlank() && !Titles.meaningless(found)) {
      title = oneLine(found);
    }
  }

  void heading(int level, String found) {
    String heading = oneLine(found);
    if (heading.length() > LONGEST_HEADING) {
      block(heading);
    } else if (!heading.isEmpty()) {
      add(new Heading(level, heading), heading.length());
    }
  }

  void block(String block) {
    String stripped = block.strip();
    if (!stripped.isEmpty()) {
      words = true;
      add(new Block(stripped), stripped.length());
    }
  }

  /** A table, its first row the columns' headings. */
  void table(List<List<String>> rows) {
    if (rows.size() == 1) {
      row(List.of(), rows.getFirst());
    }
    for (int i = 1; i < rows.size(); i++) {
      row(rows.getFirst(), rows.get(i));
    }
  }

  void row(List<String> header, List<String> cells) {
    int characters = 0;
    for (int i = 0; i < cells.size(); i++) {
      characters += cells.get(i).length() + (i < header.size() ? header.get(i).length() : 0);
    }
    words |= cells.stream().anyMatch(cell -> !cell.isBlank());
    add(new Row(List.copyOf(header), List.copyOf(cells)), characters);
  }

  void page(int number) {
    add(new PageBreak(number), 0);
  }

  /** What follows goes on with the last paragraph, over the end of a page. */
  void continued(int page, String rest) {
    add(new Continuation(page, rest), rest.length());
  }

  /** Tells an editor something about the file, in Chinese. */
  void remark(String remark) {
    remarks.add(remark);
  }

  List<String> remarks() {
    return remarks;
  }

  /**
   * @throws QuarantineException if there were no words
   */
  Document toDocument(String path, String baseName, FileDescription description) {
    if (!words) {
      throw new QuarantineException(QuarantineReason.EMPTY, "");
    }
    String chosen = title(description, baseName);
    boolean repeated =
        pieces.stream().filter(TextSink::topHeading).count() == 1
            && pieces.stream().anyMatch(piece -> topHeading(piece, chosen));
    DocumentText text = new DocumentText(chosen);
    for (Piece piece : pieces) {
      switch (piece) {
        case Heading heading -> {
          if (!topHeading(heading, chosen)) {
            text.heading(heading.level() + (repeated ? 0 : 1), heading.text());
          }
        }
        case Block block -> text.block(block.text());
        case Row row -> text.row(row.header(), row.cells());
        case Continuation rest -> text.continued(rest.page(), rest.text());
        case PageBreak page -> text.page(page.number());
      }
    }
    return text.toDocument(description.idFor(path), description.metadataFor(path));
  }

  private String title(FileDescription description, String baseName) {
    if (description.title() != null) {
      return description.title();
    }
    if (title != null) {
      return title;
    }
    return pieces.stream()
        .filter(TextSink::topHeading)
        .map(piece -> ((Heading) piece).text())
        .filter(heading -> !Titles.meaningless(heading))
        .findFirst()
        .orElse(baseName);
  }

  private static boolean topHeading(Piece piece) {
    return piece instanceof Heading heading && heading.level() == 1;
  }

  /** The title as a heading: it opens the text already. */
  private static boolean topHeading(Piece piece, String title) {
    return topHeading(piece) && ((Heading) piece).text().equals(title);
  }

  private void add(Piece piece, int characters) {
    // What parts the pieces counts, too: a million empty rows are long.
    length += characters + 2;
    if (length > limit) {
      throw new QuarantineException(QuarantineReason.TOO_LONG, "超过 " + limit + " 字");
    }
    pieces.add(piece);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private sealed interface Piece {}

  private record Heading(int level, String text) implements Piece {}

  private record Block(String text) implements Piece {}

  private record Row(List<String> header, List<String> cells) implements Piece {}

  private record Continuation(int page, String text) implements Piece {}

  private record PageBreak(int number) implements Piece {}
}
