package org.kepu.knowledge.collection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;

/** What was written and drawn for this product, as it travels in its jar. */
public final class StarterCollection {

  private static final String ARCHIVE = "/starter-collection.zip";

  private StarterCollection() {}

  /** All articles, variants, myths and pieces of advice. */
  public static List<Document> documents() {
    return Documents.ALL;
  }

  /** Other ways in which people ask what the sections answer. */
  public static List<Wording> wordings() {
    return files().entrySet().stream()
        .filter(file -> file.getKey().startsWith(CollectionTables.WORDINGS + "/"))
        .flatMap(file -> CollectionTables.wordings(file.getValue()).stream())
        .toList();
  }

  /** The table of names. */
  public static List<Concept> concepts() {
    return Concepts.ALL;
  }

  /** The names of that table, put in the documents' words. */
  public static Names names() {
    return Resolver.NAMES;
  }

  /** English words and what they are in the collection's Chinese. */
  public static Map<String, String> english() {
    return CollectionTables.english(file(CollectionTables.ENGLISH));
  }

  /** The pictures and the sections they belong to. */
  public static List<Illustration> illustrations() {
    return CollectionTables.illustrations(file(CollectionTables.ILLUSTRATIONS));
  }

  /** A picture's SVG; empty if there is none of this name. */
  public static Optional<byte[]> picture(String name) {
    return Optional.ofNullable(files().get(CollectionTables.MEDIA + "/" + name));
  }

  private static byte[] file(String path) {
    byte[] content = files().get(path);
    if (content == null) {
      throw new IllegalStateException(ARCHIVE + " lacks " + path);
    }
    return content;
  }

  private static Map<String, byte[]> files() {
    return Files.BY_PATH;
  }

  /** Parsed once, for several ask at every start. */
  private static final class Documents {

    private static final List<Document> ALL = parse();

    private static List<Document> parse() {
      MarkdownParser parser = new MarkdownParser();
      Wordings wordings = new Wordings(wordings());
      return files().entrySet().stream()
          .filter(file -> parser.reads(file.getKey()))
          .map(file -> parser.parse(new SourceFile(file.getKey(), file.getValue())))
          .map(wordings::of)
          .toList();
    }
  }

  /** Parsed once, too. */
  private static final class Concepts {

    private static final List<Concept> ALL =
        List.copyOf(CollectionTables.concepts(file(CollectionTables.NAMES)));
  }

  /** Counted through once: how each name is written in the documents takes a while. */
  private static final class Resolver {

    private static final Names NAMES = Names.of(concepts(), documents());
  }

  /** Read once: some two megabytes. */
  private static final class Files {

    private static final Map<String, byte[]> BY_PATH = read();

    private static Map<String, byte[]> read() {
      try (InputStream archive = StarterCollection.class.getResourceAsStream(ARCHIVE)) {
        if (archive == null) {
          throw new IllegalStateException(
              ARCHIVE + " is not on the class path; please build knowledge-base with Maven");
        }
        Map<String, byte[]> files = new TreeMap<>();
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (!entry.isDirectory()) {
            files.put(entry.getName(), zip.readAllBytes());
          }
        }
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + ARCHIVE, e);
      }
    }
  }
}
