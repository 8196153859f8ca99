package org.kepu.knowledge.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;

/** What is particular to Lucene's taking over: how much is written, and what rots. */
class LuceneGrowthTest {

  private static final int MANY = 200;

  @TempDir private Path folder;

  private final QuickEmbedder embedder = new QuickEmbedder();
  private LuceneIndex index;

  @BeforeEach
  void open() {
    index = new LuceneIndex(folder);
    publish(documents(0));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void ofManyDocumentsOnlyTheChangedOneIsAdded() {
    List<Document> documents = documents(0);
    documents.set(17, document(17, 1));

    assertThat(publish(documents)).containsExactly("d17");
  }

  @Test
  void whereManyChangedAllAreAddedAndNothingDeletedIsLeft() {
    assertThat(publish(documents(1))).hasSize(MANY);
    assertThat(publish(documents(1).subList(0, MANY / 2))).hasSize(MANY / 2);
  }

  @Test
  void afterManySmallChangesEveryDocumentIsThereAsItWasWrittenLast() throws IOException {
    List<Document> documents = documents(0);
    for (int round = 1; round < 40; round++) {
      for (int i = 0; i < 5; i++) {
        int number = (round * 5 + i) % MANY;
        documents.set(number, document(number, round));
      }
      publish(documents);
    }
    long grown = bytes();
    assertLive(documents);

    publish(documents(99));
    publish(documents(100));

    assertThat(grown).as("bytes, of which few are of what was deleted").isLessThan(3 * bytes());
  }

  @Test
  void aBitThatFlippedInTheLiveFilesIsNotTakenOver() throws IOException {
    Random random = new Random(4);
    Set<Path> before = Set.of();
    for (int i = 0; i < 20; i++) {
      Set<Path> all = Set.copyOf(files());
      List<Path> live = new ArrayList<>(all);
      live.removeAll(before);
      live.sort(null);
      Path file = live.get(random.nextInt(live.size()));
      long at = random.nextLong(Files.size(file));
      int bit = random.nextInt(8);
      flip(file, at, bit);
      List<Document> documents = documents(0);
      documents.set(i, document(i, 1));

      assertThat(publish(documents))
          .as("built from nothing: bit %d of byte %d of %s", bit, at, file.getFileName())
          .hasSameSizeAs(documents);

      assertLive(documents);
      before = all;
    }
  }

  @Test
  void ofAHundredFlippedBitsEachIsFoundAtOpening() throws IOException {
    index.close();
    Random random = new Random(100);
    List<Path> files = files();
    for (int i = 0; i < 100; i++) {
      Path file = files.get(random.nextInt(files.size()));
      long at = random.nextLong(Files.size(file));
      int bit = random.nextInt(8);
      flip(file, at, bit);
      try (LuceneIndex opened = new LuceneIndex(folder)) {
        assertThat(opened.live())
            .as("bit %d of byte %d of %s", bit, at, file.getFileName())
            .isEmpty();
      }
      flip(file, at, bit);
    }
    index = new LuceneIndex(folder);
    assertThat(index.live()).isPresent();
  }

  private void assertLive(List<Document> documents) {
    try (Generation live = index.live().orElseThrow()) {
      assertThat(live.documents()).isEqualTo(Document.versions(documents));
      assertThat(live.size()).isEqualTo(documents.size());
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  /** Publishes these, and says which had to be added. */
  private List<String> publish(List<Document> documents) {
    SortedMap<String, String> versions = Document.versions(documents);
    List<String> added = new ArrayList<>();
    try (GenerationBuilder builder = index.begin("next", embedder.id())) {
      Map<String, String> taken = new TreeMap<>(builder.takeOver(versions));
      for (Document document : documents) {
        if (!taken.containsKey(document.id())) {
          added.add(document.id());
          PassageSplitter.STANDARD
              .split(document)
              .forEach(
                  passage ->
                      builder.add(
                          new EmbeddedPassage(passage, List.of(embedder.embed(passage.text())))));
        }
      }
      builder.publish();
    }
    return added;
  }

  private static List<Document> documents(int version) {
    return new ArrayList<>(
        IntStream.range(0, MANY).mapToObj(number -> document(number, version)).toList());
  }

  private static Document document(int number, int version) {
    return new DocumentText("题 " + number)
        .block("第 %d 篇写到第 %d 版，讲麋鹿吃草。".formatted(number, version))
        .toDocument("d" + number, Metadata.NONE);
  }

  /** The live generation's, but the manifest and the lock, which nothing is taken from. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !folder.equals(file.getParent()))
          .filter(
              file -> !List.of("MANIFEST", "write.lock").contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static void flip(Path file, long at, int bit) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int value = bytes.read();
      bytes.seek(at);
      bytes.write(value ^ (1 << bit));
    }
  }
}
