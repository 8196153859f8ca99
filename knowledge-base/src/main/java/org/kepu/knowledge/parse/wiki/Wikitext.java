package org.kepu.knowledge.parse.wiki;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kepu.knowledge.parse.DocumentText;

/**
 * The words of a page's wikitext: headings, paragraphs, list items, rows of tables, captions of
 * pictures. Templates, references and formulas are left out.
 */
final class Wikitext {

  private static final Pattern CATEGORY =
      Pattern.compile(
          "\\[\\[\\s*(?:[Cc]ategory|分类|分類)\\s*[:：]\\s*([^\\]|]{1,200}?)\\s*(?:\\|[^\\]]{0,200})?\\]\\]");

  private static final Pattern HEADING = Pattern.compile("(={2,6})\\s*([^=].*?)\\s*\\1\\s*");

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,300}>");

  private static final Set<String> BACK_MATTER =
      Set.of(
          "参考文献",
          "參考文獻",
          "参考资料",
          "參考資料",
          "注释",
          "註釋",
          "外部链接",
          "外部連結",
          "References",
          "External links");

  private Wikitext() {}

  /** The categories a page names, without their name space, with spaces for underscores. */
  static Set<String> categories(String wikitext) {
    Set<String> categories = new HashSet<>();
    Matcher matcher = CATEGORY.matcher(wikitext);
    while (matcher.find()) {
      categories.add(matcher.group(1).replace('_', ' '));
    }
    return categories;
  }

  /**
   * Writes the words of {@code wikitext}.
   *
   * @return whether there were any
   */
  static boolean write(String wikitext, DocumentText text) {
    String bare = wikitext;
    bare = Markup.without(bare, "<!--", "-->");
    for (String element : List.of("ref", "math", "gallery", "syntaxhighlight", "timeline")) {
      bare = Markup.withoutElement(bare, element);
    }
    bare = Markup.withoutTemplates(bare);
    bare = Markup.inMainlandChinese(bare);
    return new Lines(text).write(bare);
  }

  private static String inline(String line) {
    String plain = TAG.matcher(Markup.linkTexts(line)).replaceAll("");
    return Markup.entities(plain.replaceAll("'{2,5}", "").replaceAll("__[A-Z]{3,20}__", ""))
        .strip();
  }

  /** Writes line by line. */
  private static final class Lines {

    private final DocumentText text;
    private final StringBuilder paragraph = new StringBuilder();
    private List<String> header = List.of();
    private List<String> cells = new ArrayList<>();
    private boolean inTable;
    private boolean skipped;
    private boolean words;

    Lines(DocumentText text) {
      this.text = text;
    }

    boolean write(String wikitext) {
      for (String line : wikitext.split("\n", -1)) {
        if (inTable || line.startsWith("{|")) {
          table(line.strip());
        } else {
          line(line);
        }
      }
      endRow();
      endParagraph();
      return words;
    }

    private void line(String line) {
      Matcher heading = HEADING.matcher(line.strip());
      if (heading.matches()) {
        endParagraph();
        String words = inline(heading.group(2));
        skipped = BACK_MATTER.contains(words);
        if (!skipped && !words.isEmpty()) {
          text.heading(heading.group(1).length(), words);
        }
      } else if (line.isBlank()) {
        endParagraph();
      } else if ("*#:;".indexOf(line.charAt(0)) >= 0) {
        endParagraph();
        block(line.replaceFirst("^[*#:;\\s]+", ""));
      } else {
        paragraph.append(line).append('\n');
      }
    }

    private void endParagraph() {
      if (!paragraph.isEmpty()) {
        block(paragraph.toString().strip().replace("\n", ""));
        paragraph.setLength(0);
      }
    }

    private void block(String wikitext) {
      String plain = inline(wikitext);
      if (!skipped && !plain.isEmpty()) {
        words = true;
        text.block(plain);
      }
    }

    private void table(String line) {
      if (line.startsWith("{|")) {
        endParagraph();
        inTable = true;
        header = List.of();
        cells = new ArrayList<>();
      } else if (line.startsWith("|}")) {
        endRow();
        inTable = false;
      } else if (line.startsWith("|-")) {
        endRow();
      } else if (line.startsWith("|+")) {
        block(cell(line.substring(2)));
      } else if (line.startsWith("!")) {
        cellsOf(line.substring(1), "!!|\\|\\|");
      } else if (line.startsWith("|")) {
        cellsOf(line.substring(1), "\\|\\|");
      } else if (!cells.isEmpty()) {
        cells.set(cells.size() - 1, (cells.getLast() + " " + inline(line)).strip());
      }
    }

    private void cellsOf(String line, String between) {
      for (String cell : line.split(between, -1)) {
        cells.add(inline(cell(cell)));
      }
    }

    /** A cell without its attributes, which a single bar parts from it. */
    private static String cell(String cell) {
      return cell.replaceFirst("^[^|\\[\\]{}]*\\|(?!\\|)", "");
    }

    private void endRow() {
      if (cells.stream().anyMatch(cell -> !cell.isEmpty()) && !skipped) {
        if (header.isEmpty()) {
          header = cells;
        } else {
          words = true;
          text.row(header, cells);
        }
      }
      cells = new ArrayList<>();
    }
  }
}
