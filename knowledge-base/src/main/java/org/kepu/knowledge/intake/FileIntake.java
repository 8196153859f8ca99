package org.kepu.knowledge.intake;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.kepu.knowledge.parse.FileDescription;
import org.kepu.knowledge.parse.Limits;
import org.kepu.knowledge.parse.MalformedDocumentException;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.ParseResult;
import org.kepu.knowledge.parse.ParseResult.Parsed;
import org.kepu.knowledge.parse.ParseResult.Quarantined;
import org.kepu.knowledge.parse.QuarantineReason;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.parse.fork.ForkedParser;
import org.kepu.knowledge.parse.fork.JavaCommand;
import org.kepu.knowledge.parse.format.Format;

/**
 * Where every source hands in its files. Articles in Markdown are read here, and everything else in
 * a process of its own, which starts with the first such file. Safe for use by several threads.
 */
public final class FileIntake implements AutoCloseable {

  /** Changes whenever the same file would give another document, or is read now and was not. */
  public static final String VERSION = "intake/1";

  private final MarkdownParser markdown = new MarkdownParser();
  private final ForkedParser others;
  private final Limits limits;

  /**
   * @param command starts a JVM that has this program's classes
   */
  public FileIntake(JavaCommand command, Limits limits) {
    this.others = new ForkedParser(command, limits);
    this.limits = limits;
  }

  /** With the standard limits, and without a network where the system can take it away. */
  public static FileIntake standard() {
    return new FileIntake(JavaCommand.ofThisProcess().withoutNetwork(), Limits.STANDARD);
  }

  /** Whether files of this name are read; others are quarantined as unsupported. */
  public boolean reads(String path) {
    return markdown.reads(path) || Format.named(path).isPresent();
  }

  /**
   * Reads a file. Whatever is wrong with it, this returns, in the time that the limits give.
   *
   * @param description what is said about it, where the file does not say it itself
   * @throws org.kepu.knowledge.parse.fork.ForkFailureException if the process that reads files
   *     cannot be started; no file is to blame
   */
  public ParseResult parse(SourceFile file, FileDescription description) {
    if (markdown.reads(file.path())) {
      return article(file, description);
    }
    return Format.named(file.path()).isPresent()
        ? others.parse(file, description)
        : new Quarantined(file.path(), QuarantineReason.UNSUPPORTED, "");
  }

  /** Reads the articles of a MediaWiki dump; see {@link ForkedParser#articles}. */
  public void articles(
      String path,
      Path dump,
      Collection<String> categories,
      FileDescription description,
      Consumer<ParseResult> articles) {
    others.articles(path, dump, categories, description, articles);
  }

  /** The largest file that is read, in bytes. */
  public int largestFile() {
    return limits.fileBytes();
  }

  @Override
  public void close() {
    others.close();
  }

  private ParseResult article(SourceFile file, FileDescription description) {
    if (file.content().length > limits.characters()) {
      return new Quarantined(
          file.path(),
          QuarantineReason.TOO_LARGE,
          "%d 字节，上限 %d".formatted(file.content().length, limits.characters()));
    }
    try {
      return new Parsed(markdown.parse(file, description), List.of());
    } catch (MalformedDocumentException e) {
      return new Quarantined(
          file.path(), QuarantineReason.MISDESCRIBED, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return new Quarantined(file.path(), QuarantineReason.TOO_DEEP, "");
    }
  }
}
