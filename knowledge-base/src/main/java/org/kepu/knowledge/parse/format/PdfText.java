package org.kepu.knowledge.parse.format;

import java.util.List;
import org.kepu.knowledge.parse.format.PageLayout.Zone;

/** Writes the zones of pages as headings, paragraphs and rows. */
final class PdfText {

  /** Lines further apart than this, in ems from base to base, are two paragraphs. */
  private static final double LEADING = 2.2;

  /** A line that begins so far inside its column, in ems, begins a paragraph; Chinese ones two. */
  private static final double INDENT = 1.2;

  /** A line that ends so far before its column does, in ems, ends a paragraph. */
  private static final double SHORT = 2.5;

  private final Sizes sizes;
  private final TextSink text;
  private final StringBuilder paragraph = new StringBuilder();
  private int headingLevel;
  private int page;
  private boolean pageTold;
  private String lastBlock = "";

  /** Whether the last paragraph's end was the end of its page and not of a sentence. */
  private boolean open;

  PdfText(Sizes sizes, TextSink text) {
    this.sizes = sizes;
    this.text = text;
  }

  void write(List<List<Zone>> pages) {
    for (int i = 0; i < pages.size(); i++) {
      page = i + 1;
      pageTold = false;
      for (Zone zone : pages.get(i)) {
        switch (zone) {
          case Zone.Lines(List<Chunk> lines) -> column(lines);
          case Zone.Table(List<List<String>> rows) -> {
            end();
            tellPage();
            text.table(rows);
            open = false;
          }
        }
      }
      end();
    }
  }

  private void column(List<Chunk> lines) {
    double left = lines.stream().mapToDouble(Chunk::left).min().orElse(0);
    double right = lines.stream().mapToDouble(Chunk::right).max().orElse(0);
    Chunk before = null;
    for (Chunk line : lines) {
      if (before == null) {
        if (!goesOn(line, left)) {
          end();
        }
        open &= sizes.level(line) == 0 && line.left() - left <= INDENT * line.size();
      } else if (parted(before, line, left, right)) {
        end();
      }
      headingLevel = sizes.level(line);
      String joined = Glue.joined(paragraph.toString(), line.text());
      paragraph.setLength(0);
      paragraph.append(joined);
      before = line;
    }
  }

  /** Whether a column begins in the middle of a sentence that the column before it began. */
  private boolean goesOn(Chunk line, double left) {
    return headingLevel == 0
        && sizes.level(line) == 0
        && line.left() - left <= INDENT * line.size()
        && unfinished(paragraph.toString());
  }

  private boolean parted(Chunk before, Chunk line, double left, double right) {
    return sizes.level(before) != sizes.level(line)
        || line.base() - before.base() > LEADING * before.size()
        || (line.left() - left > INDENT * line.size()
            && before.left() - left < INDENT * line.size())
        || (right - before.right() > SHORT * before.size() && sizes.level(line) == 0);
  }

  private void end() {
    if (paragraph.isEmpty()) {
      return;
    }
    String ended = paragraph.toString();
    paragraph.setLength(0);
    if (headingLevel > 0) {
      tellPage();
      text.heading(headingLevel, ended);
      open = false;
    } else if (open && !pageTold) {
      pageTold = true;
      text.continued(page, continuation(ended));
      open = unfinished(ended);
    } else {
      tellPage();
      text.block(ended);
      open = unfinished(ended);
    }
    lastBlock = ended;
  }

  private String continuation(String rest) {
    return Glue.spaced(lastBlock, rest) ? " " + rest : rest;
  }

  private void tellPage() {
    if (!pageTold) {
      text.page(page);
      pageTold = true;
    }
  }

  private static boolean unfinished(String paragraph) {
    return !paragraph.matches("(?s).*[。！？；：….!?:;”」』）)]");
  }
}
