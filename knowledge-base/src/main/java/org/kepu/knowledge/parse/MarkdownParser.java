package org.kepu.knowledge.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;

/**
 * Reads Markdown with YAML front matter: the text people see, without its markup.
 *
 * <p>HTML in the source is left out: it is never quoted, so it can never reach a page.
 */
public final class MarkdownParser implements DocumentParser {

  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\uFEFF?---\\r?\\n(.*?)\\r?\\n---\\r?\\n(.*)\\z", Pattern.DOTALL);

  private final Parser commonMark =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Override
  public boolean reads(String path) {
    return path.endsWith(".md") || path.endsWith(".markdown");
  }

  @Override
  public Document parse(SourceFile file) {
    Matcher parts = FRONT_MATTER.matcher(file.text());
    if (!parts.matches()) {
      throw new MalformedDocumentException(
          file.path(),
          "there is no front matter; please begin the file with a YAML block between two lines of"
              + " ---");
    }
    FrontMatter front = FrontMatter.read(file.path(), parts.group(1));
    return document(
        file.path(), front.id(), front.title(), front.metadata(), commonMark.parse(parts.group(2)));
  }

  /**
   * Reads an article of which nothing need be said: what its front matter leaves out, or all of it,
   * {@code description} says, and else the file itself, by its first heading and its path.
   *
   * @throws MalformedDocumentException if the front matter has a key that is none of ours, or a
   *     value that it cannot have
   */
  public Document parse(SourceFile file, FileDescription description) {
    Matcher parts = FRONT_MATTER.matcher(file.text());
    if (!parts.matches()) {
      return described(file, description, file.text());
    }
    try {
      return parse(file);
    } catch (MalformedDocumentException incomplete) {
      SourceFile front =
          new SourceFile(file.path(), parts.group(1).getBytes(StandardCharsets.UTF_8));
      return described(file, FileDescription.read(front).orElse(description), parts.group(2));
    }
  }

  private Document described(SourceFile file, FileDescription description, String markdown) {
    Node body = commonMark.parse(markdown);
    String title = description.title();
    if (title == null) {
      title = TextWriter.firstHeading(body).orElseGet(file::baseName);
    }
    return document(
        file.path(),
        description.idFor(file.path()),
        title,
        description.metadataFor(file.path()),
        body);
  }

  private static Document document(
      String path, String id, String title, Metadata metadata, Node body) {
    DocumentText text = new DocumentText(title);
    body.accept(new TextWriter(text));
    try {
      return text.toDocument(id, metadata);
    } catch (IllegalArgumentException e) {
      throw new MalformedDocumentException(path, String.valueOf(e.getMessage()), e);
    }
  }

  /** Walks the blocks of a document and writes each as plain text. */
  private static final class TextWriter extends AbstractVisitor {

    private final DocumentText text;

    TextWriter(DocumentText text) {
      this.text = text;
    }

    /** The words of the first heading of the first level, if there is one. */
    static Optional<String> firstHeading(Node document) {
      for (Node child = document.getFirstChild(); child != null; child = child.getNext()) {
        if (child instanceof Heading heading && heading.getLevel() == 1) {
          return Optional.of(plain(heading)).filter(words -> !words.isBlank());
        }
      }
      return Optional.empty();
    }

    @Override
    public void visit(Heading heading) {
      // The first-level heading repeats the title, which opens the text already.
      if (heading.getLevel() > 1) {
        text.heading(heading.getLevel(), plain(heading));
      }
    }

    @Override
    public void visit(Paragraph paragraph) {
      text.block(plain(paragraph));
    }

    @Override
    public void visit(FencedCodeBlock code) {
      text.block(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      text.block(code.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        rows(block);
      } else {
        visitChildren(block);
      }
    }

    private void rows(Node table) {
      List<TableRow> rows = descendants(table, TableRow.class);
      List<String> header = cells(rows.getFirst());
      rows.subList(1, rows.size()).forEach(row -> text.row(header, cells(row)));
    }

    private static List<String> cells(TableRow row) {
      return descendants(row, TableCell.class).stream().map(TextWriter::plain).toList();
    }

    private static <T extends Node> List<T> descendants(Node node, Class<T> type) {
      List<T> found = new java.util.ArrayList<>();
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        if (type.isInstance(child)) {
          found.add(type.cast(child));
        } else if (child instanceof Block || child instanceof org.commonmark.node.CustomNode) {
          found.addAll(descendants(child, type));
        }
      }
      return found;
    }

    private static String plain(Node node) {
      InlineText inline = new InlineText();
      node.accept(inline);
      return inline.text.toString().strip();
    }
  }

  /** The words of a block. A line broken in the source between two Han characters is no space. */
  private static final class InlineText extends AbstractVisitor {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      boolean wide =
          text.isEmpty() || text.charAt(text.length() - 1) > 0x2E7F || startsWide(node.getNext());
      text.append(wide ? "" : " ");
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append('\n');
    }

    private static boolean startsWide(Node next) {
      return next instanceof Text following
          && !following.getLiteral().isEmpty()
          && following.getLiteral().charAt(0) > 0x2E7F;
    }
  }
}
