package org.kepu.knowledge.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.parse.MalformedDocumentException;
import org.kepu.knowledge.parse.MarkdownParser;
import org.kepu.knowledge.parse.SourceFile;
import org.kepu.knowledge.taxon.Concept;
import org.kepu.knowledge.taxon.Names;
import tools.jackson.core.JacksonException;

/**
 * The collection as its authors keep it: a folder of Markdown files, tables and pictures.
 *
 * <p>What cannot be read is set aside and named by {@link CollectionCheck}, so that one broken file
 * does not hide what is wrong with the others.
 */
public final class CollectionFolder {

  private final MarkdownParser parser = new MarkdownParser();
  private final List<CollectionFile> files = new ArrayList<>();
  private final SortedMap<String, byte[]> media = new TreeMap<>();
  private final List<Wording> wordings = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private final SortedMap<String, String> unreadable = new TreeMap<>();
  private final Map<String, CollectionFile> byId = new HashMap<>();
  private final Map<String, Question> bySection = new HashMap<>();
  private final Taxonomy taxonomy;
  private final List<Concept> concepts;
  private final List<Illustration> illustrations;
  private final Names names;

  private CollectionFolder(SortedMap<String, byte[]> contents) {
    contents.forEach(this::sort);
    Wordings asked = new Wordings(wordings);
    files.replaceAll(file -> new CollectionFile(file.source(), asked.of(file.document())));
    for (CollectionFile file : files) {
      byId.putIfAbsent(file.document().id(), file);
      file.answered().forEach(q -> bySection.putIfAbsent(file.nameOf(q.section()), q));
    }
    taxonomy =
        table(contents, CollectionTables.TAXONOMY, CollectionTables::taxonomy, Taxonomy.NONE);
    concepts = table(contents, CollectionTables.NAMES, CollectionTables::concepts, List.of());
    illustrations =
        table(contents, CollectionTables.ILLUSTRATIONS, CollectionTables::illustrations, List.of());
    names = unambiguous(concepts, byId.values().stream().map(CollectionFile::document).toList());
  }

  /**
   * Reads a folder. Hidden files are passed over, and so are those beside the tables.
   *
   * @throws UncheckedIOException if the folder or a file in it cannot be opened
   */
  public static CollectionFolder read(Path folder) {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith(".") && !name.contains("/.")) {
          contents.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the collection in " + folder, e);
    }
    return new CollectionFolder(contents);
  }

  /** The documents with their files, by path. */
  public List<CollectionFile> files() {
    return List.copyOf(files);
  }

  /** The documents, by the paths of their files. */
  public List<Document> documents() {
    return files.stream().map(CollectionFile::document).toList();
  }

  public Taxonomy taxonomy() {
    return taxonomy;
  }

  /** The table of names, in its order. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** The other wordings of headings, by their files' paths. */
  public List<Wording> wordings() {
    return List.copyOf(wordings);
  }

  /** The pictures, in the order of their table. */
  public List<Illustration> illustrations() {
    return illustrations;
  }

  /** The concepts' names; none as long as one of them is ambiguous. */
  Names names() {
    return names;
  }

  /** The pictures' files, by their names among the media. */
  SortedMap<String, byte[]> media() {
    return media;
  }

  /** Files in the collection's folders that no jar carries. */
  List<String> strays() {
    return strays;
  }

  /** What is wrong with the files that cannot be read, by their paths. */
  SortedMap<String, String> unreadable() {
    return unreadable;
  }

  /** The document of this id; of two, the first by path. */
  Optional<CollectionFile> file(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The section named {@code document#heading}. */
  Optional<Question> section(String name) {
    return Optional.ofNullable(bySection.get(name));
  }

  private void sort(String path, byte[] content) {
    String[] steps = path.split("/", -1);
    if (steps.length == 1) {
      return;
    }
    if (steps.length == 2 && steps[0].equals(CollectionTables.MEDIA) && path.endsWith(".svg")) {
      media.put(steps[1], content);
    } else if (steps.length == 2
        && steps[0].equals(CollectionTables.WORDINGS)
        && path.endsWith(".jsonl")) {
      ask(path, content);
    } else if (steps.length == 2
        && !steps[0].equals(CollectionTables.MEDIA)
        && path.endsWith(".md")) {
      parse(new SourceFile(path, content));
    } else {
      strays.add(path);
    }
  }

  private void ask(String path, byte[] content) {
    try {
      wordings.addAll(CollectionTables.wordings(content));
    } catch (JacksonException e) {
      unreadable.put(path, e.getOriginalMessage() + " " + e.getPathReference());
    }
  }

  private void parse(SourceFile source) {
    try {
      files.add(new CollectionFile(source, parser.parse(source)));
    } catch (MalformedDocumentException e) {
      unreadable.put(source.path(), String.valueOf(e.getMessage()));
    }
  }

  private <T> T table(
      Map<String, byte[]> contents, String path, Function<byte[], T> reader, T otherwise) {
    byte[] content = contents.get(path);
    if (content == null) {
      unreadable.put(path, "the table is missing");
      return otherwise;
    }
    try {
      return reader.apply(content);
    } catch (JacksonException e) {
      unreadable.put(path, e.getOriginalMessage() + " " + e.getPathReference());
      return otherwise;
    }
  }

  private static Names unambiguous(List<Concept> concepts, List<Document> documents) {
    try {
      return Names.of(concepts, documents);
    } catch (IllegalArgumentException e) {
      return Names.NONE;
    }
  }
}
