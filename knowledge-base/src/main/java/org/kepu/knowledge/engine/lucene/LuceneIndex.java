package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations as folders on this machine's disk, each a Lucene index; the file {@code LIVE} names
 * the one that answers.
 *
 * <p>That file is replaced by an atomic rename after the new generation was written, synced and
 * read back with its checksums: a process killed at any moment leaves either the old name or the
 * new.
 */
public final class LuceneIndex implements PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);
  private static final String LIVE = "LIVE";
  private static final String PREFIX = "generation-";

  private final Path folder;
  private volatile @Nullable LuceneGeneration live;

  /**
   * Opens the live generation in {@code folder}, if there is a whole one, and clears away what a
   * stopped build left. A damaged generation is reported and not served: the next build replaces
   * it.
   *
   * @throws IndexFailureException if the folder cannot be read or written
   */
  public LuceneIndex(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(this.folder);
      Optional<Path> named = named();
      if (named.isPresent()) {
        live = openQuietly(named.get());
      }
      discardAllBut(named.orElse(null));
    } catch (IOException e) {
      throw new IndexFailureException("Cannot open the index in " + folder, e);
    }
  }

  /** What must change for an index of this engine to be rebuilt. */
  public static String layout() {
    return Fields.LAYOUT;
  }

  @Override
  public Optional<Generation> live() {
    LuceneGeneration current = live;
    while (current != null) {
      LuceneGeneration held = current.held();
      if (held != null) {
        return Optional.of(held);
      }
      // Swapped and closed between the two lines above: the next one is in place already.
      LuceneGeneration next = live;
      current = next == current ? null : next;
    }
    return Optional.empty();
  }

  @Override
  public GenerationBuilder begin(String fingerprint) {
    try {
      return new LuceneGenerationBuilder(
          this, folder.resolve(PREFIX + UUID.randomUUID()), fingerprint);
    } catch (IOException e) {
      throw new IndexFailureException("Cannot begin an index in " + folder, e);
    }
  }

  @Override
  public synchronized void close() {
    LuceneGeneration last = live;
    live = null;
    if (last != null) {
      last.close();
    }
  }

  /**
   * Reads a finished generation back with its checksums, and makes it the live one.
   *
   * @throws IOException if it did not become live; whatever fails after that is logged only
   */
  synchronized void publish(Path generation) throws IOException {
    LuceneGeneration next = open(generation);
    try {
      writeAtomically(LIVE, generation.getFileName().toString());
    } catch (IOException e) {
      next.close();
      throw e;
    }
    LuceneGeneration previous = live;
    live = next;
    try {
      if (previous != null) {
        previous.close();
      }
      discardAllBut(generation);
    } catch (IOException | IndexFailureException e) {
      // The next start clears it away.
      log.warn("An earlier index in {} cannot be deleted yet: {}", folder, e.toString());
    }
  }

  void discard(Path generation) throws IOException {
    if (!Files.exists(generation)) {
      return;
    }
    try (Stream<Path> files = Files.walk(generation)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Optional<Path> named() throws IOException {
    Path file = folder.resolve(LIVE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String name = Files.readString(file).strip();
    // Only a name that this class gave: anything else was written by somebody else.
    return name.matches(PREFIX + "[0-9a-f-]+")
        ? Optional.of(folder.resolve(name))
        : Optional.empty();
  }

  private static @Nullable LuceneGeneration openQuietly(Path generation) {
    try {
      return open(generation);
    } catch (IOException e) {
      log.warn(
          "The index in {} cannot be used and will be built anew: {}", generation, e.toString());
      return null;
    }
  }

  private static LuceneGeneration open(Path generation) throws IOException {
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(generation));
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader segment) {
          segment.checkIntegrity();
        }
      }
      Map<String, String> commit = reader.getIndexCommit().getUserData();
      String layout = commit.getOrDefault(LuceneGenerationBuilder.LAYOUT, "unknown");
      if (!layout.equals(Fields.LAYOUT)) {
        throw new IOException(
            "its layout is %s and this version reads %s".formatted(layout, Fields.LAYOUT));
      }
      return new LuceneGeneration(
          reader, commit.getOrDefault(LuceneGenerationBuilder.FINGERPRINT, ""));
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private void discardAllBut(@Nullable Path kept) throws IOException {
    List<Path> generations;
    try (Stream<Path> entries = Files.list(folder)) {
      generations =
          entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path generation : generations) {
      if (!generation.equals(kept)) {
        discard(generation);
      }
    }
  }

  private void writeAtomically(String name, String content) throws IOException {
    Path next = folder.resolve(name + ".next");
    try (FileChannel file =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      file.write(StandardCharsets.UTF_8.encode(content));
      file.force(true);
    }
    Files.move(
        next,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    syncFolder();
  }

  /** The rename itself is on disk only once the folder is; not every system can sync a folder. */
  private void syncFolder() {
    try (FileChannel parent = FileChannel.open(folder, StandardOpenOption.READ)) {
      parent.force(true);
    } catch (IOException e) {
      log.debug("The folder {} cannot be synced: {}", folder, e.toString());
    }
  }
}
