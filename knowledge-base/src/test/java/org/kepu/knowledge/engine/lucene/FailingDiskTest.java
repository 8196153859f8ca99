package org.kepu.knowledge.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.apache.lucene.tests.store.MockDirectoryWrapper.Throttling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;

/** Lucene's own failing disk below ours: whatever operation fails, an index is whole. */
class FailingDiskTest {

  private static final List<Document> BEFORE = documents(0);

  /** One changed, so that the next generation takes over the others. */
  private static final List<Document> AFTER = changed();

  /**
   * One operation in so many is made to fail; all of them, thousands, where {@code
   * -Dkepu.test.disk-stride=1} asks for it.
   */
  private static final int STRIDE = Integer.getInteger("kepu.test.disk-stride", 37);

  @TempDir(factory = InMemory.class)
  private Path folder;

  private final QuickEmbedder embedder = new QuickEmbedder();

  @BeforeEach
  void publishFirst() {
    try (LuceneIndex index = new LuceneIndex(folder)) {
      publish(index, BEFORE, false);
    }
  }

  @ParameterizedTest(name = "taking over: {0}")
  @ValueSource(booleans = {false, true})
  void whicheverOperationFailsAWholeGenerationIsLive(boolean takingOver) {
    int failed = 0;
    boolean whole = false;
    for (int operation = 0; !whole; operation += STRIDE) {
      Disk disk = new Disk(operation);
      whole = attempt(disk, takingOver) && !disk.failed;
      failed += disk.failed ? 1 : 0;
      assertWhole("operation " + operation);
    }
    assertThat(failed).as("operations that failed").isGreaterThan(10);
  }

  @Test
  void aDiskThatIsFullLeavesTheLiveGeneration() {
    for (long bytes = 2_500; bytes < 14_000; bytes += 2_500) {
      Disk disk = new Disk(Integer.MAX_VALUE);
      disk.room = bytes;
      assertThat(attempt(disk, false)).as("%d bytes", bytes).isFalse();
      assertWhole(bytes + " bytes");
    }
  }

  /**
   * Opens the index on this disk and publishes the next generation.
   *
   * @return whether that went well; if not, it was said
   */
  private boolean attempt(Disk disk, boolean takingOver) {
    try (LuceneIndex index = new LuceneIndex(folder, disk)) {
      disk.armed = true;
      publish(index, takingOver ? AFTER : documents(1), takingOver);
      return true;
    } catch (IndexFailureException e) {
      return false;
    } finally {
      disk.armed = false;
    }
  }

  /** On a disk that works again. */
  private void assertWhole(String when) {
    try (LuceneIndex index = new LuceneIndex(folder)) {
      try (Generation live = index.live().orElseThrow()) {
        SortedMap<String, String> documents = live.documents();
        assertThat(documents)
            .as(when)
            .isIn(
                Document.versions(BEFORE),
                Document.versions(AFTER),
                Document.versions(documents(1)));
        assertThat(live.size()).as(when).isEqualTo(documents.size());
      }
      publish(index, BEFORE, false);
    }
  }

  private void publish(LuceneIndex index, List<Document> documents, boolean takingOver) {
    SortedMap<String, String> versions = Document.versions(documents);
    try (GenerationBuilder builder = index.begin("next", embedder.id())) {
      SortedMap<String, String> taken = takingOver ? builder.takeOver(versions) : new TreeMap<>();
      for (Document document : documents) {
        if (!taken.containsKey(document.id())) {
          PassageSplitter.STANDARD
              .split(document)
              .forEach(
                  passage ->
                      builder.add(
                          new EmbeddedPassage(passage, List.of(embedder.embed(passage.text())))));
        }
      }
      builder.review().close();
      builder.publish();
    }
  }

  private static List<Document> changed() {
    List<Document> documents = new ArrayList<>(BEFORE);
    documents.set(3, document(3, 1));
    return documents;
  }

  private static List<Document> documents(int version) {
    return IntStream.range(0, 20).mapToObj(number -> document(number, version)).toList();
  }

  private static Document document(int number, int version) {
    return new DocumentText("题 " + number)
        .block("第 %d 篇写到第 %d 版，讲麋鹿吃草。".formatted(number, version))
        .toDocument("d" + number, Metadata.NONE);
  }

  /** Counts what is asked of all its folders, and fails once, or when they are full. */
  private static final class Disk extends MockDirectoryWrapper.Failure implements Folders {

    private final int failing;
    private int operations;
    private boolean armed;
    private boolean failed;
    private long room;

    Disk(int failing) {
      this.failing = failing;
    }

    @Override
    public MockDirectoryWrapper open(Path path) throws IOException {
      MockDirectoryWrapper folder = new MockDirectoryWrapper(new Random(7), FSDirectory.open(path));
      folder.setCheckIndexOnClose(false);
      folder.setAssertNoUnrefencedFilesOnClose(false);
      folder.setThrottling(Throttling.NEVER);
      folder.setMaxSizeInBytes(room > 0 ? Math.max(1, folder.sizeInBytes() + room) : 0);
      folder.failOn(this);
      return folder;
    }

    @Override
    public synchronized void eval(MockDirectoryWrapper folder) throws IOException {
      if (armed && operations++ == failing) {
        failed = true;
        throw new IOException("The disk fails at operation " + failing);
      }
    }
  }

  /** Thousands of commits wait for a disk; what fails here is simulated above it. */
  private static final class InMemory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "kepu")
          : Files.createTempDirectory("kepu");
    }
  }
}
