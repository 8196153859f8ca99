package org.kepu.knowledge.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations as folders on this machine's disk, each a Lucene index with a {@link Manifest}; the
 * {@link Pointer} names the one that answers and the one before it.
 *
 * <p>What is written is on disk before what names it: first a generation's files, then its
 * manifest, then its folder's entry, then the pointer. A process killed or a machine that loses its
 * power at any moment leaves either the old generation live or the new.
 */
public final class LuceneIndex implements PassageIndex {

  private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

  private final Path folder;
  private final Directory root;
  private final GenerationFolders generations;
  private final Room room;

  /** Names the generation that answers; null if none does. */
  private @Nullable Pointer pointer;

  private volatile @Nullable LuceneGeneration live;

  /**
   * Opens the live generation in {@code folder}, if there is a whole one, and clears away what a
   * stopped build left. A damaged generation is reported and not served: the one before it answers
   * until the next build, which replaces both.
   *
   * @throws IndexFailureException if the folder cannot be read or written
   */
  public LuceneIndex(Path folder) {
    this(folder, FSDirectory::open);
  }

  LuceneIndex(Path folder, Folders folders) {
    this(folder, folders, Room.STANDARD);
  }

  LuceneIndex(Path folder, Folders folders, Room room) {
    this.room = room;
    this.folder = folder.toAbsolutePath().normalize();
    generations = new GenerationFolders(this.folder, folders);
    try {
      root = folders.open(this.folder);
    } catch (IOException e) {
      throw cannotOpen(e);
    }
    try {
      serveFirstWholeOf(candidates());
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(root);
      throw cannotOpen(e);
    }
  }

  /** What must change for an index of this engine to be rebuilt. */
  public static String layout() {
    return Fields.LAYOUT;
  }

  @Override
  public Optional<Generation> live() {
    return Optional.ofNullable(held());
  }

  /** The live generation, held for the caller; null if there is none. */
  @Nullable LuceneGeneration held() {
    LuceneGeneration current = live;
    while (current != null) {
      LuceneGeneration held = current.held();
      if (held != null) {
        return held;
      }
      // Swapped and closed between the two lines above: the next one is in place already.
      LuceneGeneration next = live;
      current = next == current ? null : next;
    }
    return null;
  }

  @Override
  public GenerationBuilder begin(String fingerprint, String embedder) {
    String name = generations.freshName();
    try {
      Directory directory = generations.directory(name);
      try {
        return new LuceneGenerationBuilder(this, name, directory, fingerprint, embedder, room);
      } catch (IOException | RuntimeException e) {
        IOUtils.closeWhileHandlingException(directory);
        generations.discard(name);
        throw e;
      }
    } catch (IOException e) {
      throw new IndexFailureException("Cannot begin an index in " + folder, e);
    }
  }

  @Override
  public synchronized boolean stepBack() {
    Pointer now = pointer;
    LuceneGeneration current = live;
    if (now == null || now.previous() == null || current == null) {
      return false;
    }
    try {
      LuceneGeneration back = generations.open(now.previous());
      try {
        boolean returning = back.fingerprint().equals(now.withdrawn());
        String withdrawn = returning ? null : current.fingerprint();
        swap(back, new Pointer(now.previous(), now.live(), withdrawn));
        return true;
      } catch (IOException | RuntimeException e) {
        back.close();
        throw e;
      }
    } catch (IOException e) {
      throw new IndexFailureException("Cannot step back in " + folder, e);
    }
  }

  @Override
  public synchronized Optional<String> withdrawn() {
    return Optional.ofNullable(pointer).map(Pointer::withdrawn);
  }

  @Override
  public synchronized void close() {
    LuceneGeneration last = live;
    live = null;
    pointer = null;
    if (last != null) {
      last.close();
    }
    IOUtils.closeWhileHandlingException(root);
  }

  /**
   * Makes a finished generation with its manifest the live one.
   *
   * @throws IOException if it did not become live; it is still the caller's then
   */
  synchronized void publish(LuceneGeneration next, String name) throws IOException {
    // Its folder's entry must be on disk before the pointer to it.
    root.syncMetaData();
    Pointer now = pointer;
    Pointer then = new Pointer(name, now == null ? null : now.live(), null);
    swap(next, then);
    generations.discardAllBut(then.names());
  }

  LuceneGeneration openChecked(String name) throws IOException {
    return generations.openChecked(name);
  }

  void discard(String name) throws IOException {
    generations.discard(name);
  }

  private void swap(LuceneGeneration next, Pointer to) throws IOException {
    to.write(root);
    LuceneGeneration last = live;
    pointer = to;
    live = next;
    if (last != null) {
      last.close();
    }
  }

  /**
   * What may be served, best first: what the pointer names. Where it is damaged, every finished
   * generation, the newest first.
   */
  private List<String> candidates() throws IOException {
    try {
      pointer = Pointer.read(root).orElse(null);
      List<String> named = pointer == null ? List.of() : pointer.names();
      generations.discardAllBut(named);
      return named;
    } catch (CorruptIndexException e) {
      log.warn("{} in {} cannot be used: {}", Pointer.FILE, folder, e.toString());
      return generations.newestFirst();
    }
  }

  private void serveFirstWholeOf(List<String> candidates) {
    for (String candidate : candidates) {
      try {
        live = generations.open(candidate);
        if (pointer == null || !candidate.equals(pointer.live())) {
          pointer = new Pointer(candidate, null, null);
          log.warn("{} answers until a new index is built", candidate);
        }
        return;
      } catch (IOException e) {
        log.warn("{} in {} cannot be used: {}", candidate, folder, e.toString());
      }
    }
    pointer = null;
  }

  private IndexFailureException cannotOpen(IOException e) {
    return new IndexFailureException("Cannot open the index in " + folder, e);
  }
}
