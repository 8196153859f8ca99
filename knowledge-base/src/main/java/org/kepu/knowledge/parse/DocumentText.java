package org.kepu.knowledge.parse;

import java.util.ArrayList;
import java.util.List;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.PageStart;
import org.kepu.knowledge.document.Section;

/**
 * Puts a document's plain text together block by block, and keeps where its sections begin and end.
 *
 * <p>The title opens the text; an empty line parts blocks. Not for use by several threads.
 */
public final class DocumentText {

  private final String title;
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final List<PageStart> pages = new ArrayList<>();
  private String heading;
  private int level = 1;
  private int start;
  private int bodyStart;

  public DocumentText(String title) {
    this.title = title;
    this.heading = title;
    text.append(title).append("\n\n");
    bodyStart = text.length();
  }

  /** Ends the section so far and opens one below {@code heading}. */
  public DocumentText heading(int level, String heading) {
    closeSection();
    this.level = level;
    this.heading = heading;
    start = text.length();
    text.append(heading).append("\n\n");
    bodyStart = text.length();
    return this;
  }

  /** Adds a paragraph, a list item, a table row. Blank ones are left out. */
  public DocumentText block(String block) {
    String stripped = block.strip();
    if (!stripped.isEmpty()) {
      text.append(stripped).append("\n\n");
    }
    return this;
  }

  /**
   * Adds a row of a table as a line of its own: each cell after its column's heading.
   *
   * @param header the columns' headings; may be shorter than {@code cells}, or hold empty ones
   */
  public DocumentText row(List<String> header, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isBlank()) {
        continue;
      }
      line.append(line.isEmpty() ? "" : "；");
      String column = i < header.size() ? header.get(i) : "";
      line.append(column.isBlank() ? "" : column + "：").append(cells.get(i));
    }
    return line.isEmpty() ? this : block(line.append("。").toString());
  }

  /** What follows stands on this page, or slide, of the original. */
  public DocumentText page(int number) {
    pages.add(new PageStart(number, text.length()));
    return this;
  }

  /** Goes on with the last block, which the end of a page of the original cut in two. */
  public DocumentText continued(int page, String rest) {
    while (text.length() > bodyStart && text.charAt(text.length() - 1) == '\n') {
      text.setLength(text.length() - 1);
    }
    page(page);
    text.append(rest).append("\n\n");
    return this;
  }

  public Document toDocument(String id, Metadata metadata) {
    closeSection();
    return Document.of(id, title, text.toString(), sections, pages, metadata);
  }

  private void closeSection() {
    int end = text.length();
    while (end > bodyStart && text.charAt(end - 1) == '\n') {
      end--;
    }
    sections.add(new Section(heading, level, start, bodyStart, end));
  }
}
