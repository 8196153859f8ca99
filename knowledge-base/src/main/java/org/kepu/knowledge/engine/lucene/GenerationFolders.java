package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FileSwitchDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generations' folders on disk: opened once every bit is as it was written, and discarded. */
final class GenerationFolders {

  private static final Logger log = LoggerFactory.getLogger(GenerationFolders.class);
  private static final String PREFIX = "generation-";

  /** How Lucene's files of vectors end, of those as they are and of those of 4 bits. */
  private static final String EXACT = "vec";

  private static final String QUANTISED = "veq";

  private final Path parent;
  private final Folders folders;

  GenerationFolders(Path parent, Folders folders) {
    this.parent = parent;
    this.folders = folders;
  }

  /** A name that no generation has yet. */
  String freshName() {
    return PREFIX + UUID.randomUUID();
  }

  /** The folder of a generation, made if there is none. The caller closes it. */
  Directory directory(String name) throws IOException {
    return folders.open(parent.resolve(name));
  }

  /**
   * Opens a finished generation.
   *
   * @throws IOException if it is missing, damaged, or of a layout that this version cannot read
   */
  LuceneGeneration open(String name) throws IOException {
    if (!name.startsWith(PREFIX) || !Files.isDirectory(parent.resolve(name))) {
      throw new NoSuchFileException(name);
    }
    Directory directory = forReading(name);
    try {
      Optional<Manifest> manifest = Manifest.read(directory);
      if (manifest.isPresent()) {
        manifest.get().check(directory);
      }
      return read(directory, manifest.isPresent());
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /** Opens a generation that has just been checked and has no manifest yet. */
  LuceneGeneration openChecked(String name) throws IOException {
    Directory directory = forReading(name);
    try {
      return read(directory, true);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw e;
    }
  }

  /**
   * Where vectors are quantised, few of the exact ones are read for a question, here and there:
   * mapped into memory, each would bring its neighbours, in the end all of them.
   */
  private Directory forReading(String name) throws IOException {
    Directory mapped = directory(name);
    try {
      boolean quantised =
          Arrays.stream(mapped.listAll())
              .anyMatch(file -> FileSwitchDirectory.getExtension(file).equals(QUANTISED));
      return quantised
          ? new FileSwitchDirectory(
              Set.of(EXACT), new NIOFSDirectory(parent.resolve(name)), mapped, true)
          : mapped;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(mapped);
      throw e;
    }
  }

  /** All finished generations, the last written first. */
  List<String> newestFirst() throws IOException {
    List<Dated> found = new ArrayList<>();
    for (String name : names()) {
      try (Directory directory = directory(name)) {
        // Older layouts had no manifest.
        found.add(new Dated(name, Manifest.read(directory).map(Manifest::writtenAt).orElse(0L)));
      } catch (CorruptIndexException e) {
        log.warn("The index {} in {} cannot be used: {}", name, parent, e.toString());
      }
    }
    return found.stream().sorted(Dated.NEWEST_FIRST).map(Dated::name).toList();
  }

  /** Deletes all other generations, finished or not. What cannot be deleted is left for later. */
  void discardAllBut(Collection<String> kept) {
    try {
      for (String name : names()) {
        if (!kept.contains(name)) {
          discard(name);
        }
      }
    } catch (IOException e) {
      log.warn("An earlier index in {} cannot be deleted yet: {}", parent, e.toString());
    }
  }

  void discard(String name) throws IOException {
    Path folder = parent.resolve(name);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(PREFIX))
          .sorted()
          .toList();
    }
  }

  /** The directory is closed with what is returned. */
  private static LuceneGeneration read(Directory directory, boolean checked) throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory);
    try {
      Map<String, String> commit = reader.getIndexCommit().getUserData();
      String layout = commit.getOrDefault(LuceneGenerationBuilder.LAYOUT, "unknown");
      if (!Fields.READABLE.contains(layout)) {
        throw new IOException(
            "Its layout is %s and this version reads %s".formatted(layout, Fields.READABLE));
      }
      if (!checked) {
        checkOlder(reader, layout);
      }
      reader
          .getReaderCacheHelper()
          .addClosedListener(key -> IOUtils.closeWhileHandlingException(directory));
      return new LuceneGeneration(reader, commit);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(reader);
      throw e;
    }
  }

  /** Layouts before this one had no manifest, only Lucene's own checksums. */
  private static void checkOlder(DirectoryReader reader, String layout) throws IOException {
    if (!layout.equals(Fields.UNLISTED)) {
      throw new CorruptIndexException("It was never finished", Manifest.FILE);
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader segment) {
        segment.checkIntegrity();
      }
    }
  }

  private record Dated(String name, long writtenAt) {

    private static final Comparator<Dated> NEWEST_FIRST =
        Comparator.comparingLong(Dated::writtenAt).reversed().thenComparing(Dated::name);
  }
}
