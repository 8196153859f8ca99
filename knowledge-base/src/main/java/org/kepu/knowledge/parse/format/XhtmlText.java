package org.kepu.knowledge.parse.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the XHTML that Tika makes of a file: headings, paragraphs, list items, captions, and rows
 * of tables. Text outside of any of them is a paragraph of its own.
 */
final class XhtmlText extends DefaultHandler {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "li",
          "dt",
          "dd",
          "blockquote",
          "pre",
          "caption",
          "figcaption",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "aside",
          "figure",
          "address",
          "ul",
          "ol",
          "dl",
          "body",
          "hr",
          "form",
          "fieldset",
          "details",
          "summary");

  /** What is no text of the page: what runs, what looks, what is chosen. */
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "nav", "select", "button", "svg", "iframe");

  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f\\u00a0]+");

  private static final Pattern LINE_BREAK_BETWEEN_HAN =
      Pattern.compile(
          "(?<=[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef])[ \\t]*[\\r\\n][ \\t\\r\\n]*"
              + "(?=[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef])");

  private final TextSink text;
  private final StringBuilder inline = new StringBuilder();
  private int heading;
  private int silent;
  private boolean preformatted;
  private boolean inTitle;
  private int tables;
  private List<List<String>> rows = new ArrayList<>();
  private @Nullable List<String> row;

  XhtmlText(TextSink text) {
    this.text = text;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    String name = local.toLowerCase(Locale.ROOT);
    if (SILENT.contains(name)) {
      silent++;
    } else if (name.equals("title")) {
      inTitle = true;
      inline.setLength(0);
    } else if (level(name) > 0) {
      endBlock();
      heading = level(name);
    } else if (name.equals("table")) {
      startTable();
    } else if (tables == 1 && name.equals("tr")) {
      row = new ArrayList<>();
    } else if (BLOCKS.contains(name)) {
      endBlock();
      preformatted |= name.equals("pre");
    } else if (name.equals("br")) {
      inline.append(preformatted ? "\n" : " ");
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    String name = local.toLowerCase(Locale.ROOT);
    if (SILENT.contains(name)) {
      silent--;
    } else if (name.equals("title")) {
      text.title(take());
      inTitle = false;
    } else if (level(name) > 0) {
      endBlock();
      heading = 0;
    } else if (name.equals("table")) {
      endTable();
    } else if (tables == 1 && (name.equals("td") || name.equals("th"))) {
      endCell();
    } else if (tables == 1 && name.equals("tr")) {
      endRow();
    } else if (BLOCKS.contains(name)) {
      endBlock();
      preformatted &= !name.equals("pre");
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (silent == 0) {
      inline.append(characters, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) {
    characters(characters, start, length);
  }

  @Override
  public void endDocument() {
    endBlock();
  }

  private void startTable() {
    if (tables == 0) {
      endBlock();
      rows = new ArrayList<>();
    }
    tables++;
  }

  private void endTable() {
    tables--;
    if (tables == 0) {
      inline.setLength(0);
      text.table(rows);
    }
  }

  private void endCell() {
    if (row != null) {
      row.add(take());
    }
  }

  private void endRow() {
    if (row != null && row.stream().anyMatch(cell -> !cell.isEmpty())) {
      if (rows.isEmpty()) {
        rows.add(row);
      } else {
        addBelowHeader(row);
      }
    }
    row = null;
  }

  /** Rows go on at once, so that a table of a million rows meets the limit and not the heap. */
  private void addBelowHeader(List<String> cells) {
    if (rows.size() == 1) {
      rows.add(List.of());
    }
    text.row(rows.getFirst(), cells);
  }

  private void endBlock() {
    if (tables > 0 || inTitle) {
      inline.append(' ');
      return;
    }
    if (heading > 0) {
      text.heading(heading, take());
    } else {
      text.block(take());
    }
  }

  private String take() {
    String taken = preformatted ? inline.toString().strip() : joined(inline);
    inline.setLength(0);
    return taken;
  }

  /** White space as a browser shows it; a line broken between two Han characters is no space. */
  private static String joined(CharSequence inline) {
    String lines = LINE_BREAK_BETWEEN_HAN.matcher(inline).replaceAll("");
    return SPACE.matcher(lines).replaceAll(" ").strip();
  }

  private static int level(String name) {
    return name.length() == 2
            && name.charAt(0) == 'h'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '6'
        ? name.charAt(1) - '0'
        : 0;
  }
}
