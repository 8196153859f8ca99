package org.kepu.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.CatalogFailureException;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;

/**
 * A disk of a few megabytes that fills up at every stage of an ingest; needs the right to mount.
 */
class FullDiskTest {

  private static final int SIZE = 12 << 20;

  @TempDir private Path temporary;

  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(temporary.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString());
    assumeTrue(mounted, "A small disk cannot be mounted here: this test needs root and tmpfs");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  @Test
  void whereverTheRoomEndsNothingIsLostAndTheNextIngestWithRoomIsWhole() throws IOException {
    assertThat(ingest(documents(0)).built()).isTrue();
    int failures = 0;
    for (int room = 0; room < 1_000_000; room += 100_000) {
      List<Document> next = documents(room + 1);
      leave(room);
      failures += fails(next) ? 1 : 0;

      assertWhole();
      Files.deleteIfExists(filler());
      assertThat(ingest(next).documents()).as("with room again").isEqualTo(next.size());
      assertLive(next);
    }
    assertThat(failures).as("disks that were too small").isGreaterThan(2);
  }

  private boolean fails(List<Document> documents) {
    try {
      ingest(documents);
      return false;
    } catch (IndexFailureException | CatalogFailureException e) {
      return true;
    }
  }

  private IngestReport ingest(List<Document> documents) {
    try (LuceneIndex index = new LuceneIndex(disk.resolve("index"));
        QuickEmbedder embedder = new QuickEmbedder()) {
      return StarterKnowledge.ingest(
              embedder,
              new FileVectorStore(disk.resolve("vectors.bin")),
              index,
              StarterKnowledge.catalog(disk))
          .run(documents, IngestListener.NONE);
    }
  }

  /** What is live is of documents that the catalogue has. */
  private void assertWhole() {
    Catalog catalog = StarterKnowledge.catalog(disk);
    try (LuceneIndex index = new LuceneIndex(disk.resolve("index"));
        Generation live = index.live().orElseThrow()) {
      assertThat(live.documents()).isNotEmpty();
      live.documents()
          .forEach((id, version) -> assertThat(catalog.version(id, version)).isPresent());
    }
  }

  private void assertLive(List<Document> documents) {
    try (LuceneIndex index = new LuceneIndex(disk.resolve("index"));
        Generation live = index.live().orElseThrow()) {
      assertThat(live.documents()).isEqualTo(Document.versions(documents));
    }
  }

  /** Fills the disk but for so many bytes. */
  private void leave(int room) throws IOException {
    long free = Files.getFileStore(disk).getUsableSpace();
    try (RandomAccessFile file = new RandomAccessFile(filler().toFile(), "rw")) {
      byte[] block = new byte[4_096];
      for (long left = free - room; left > 0; left -= block.length) {
        file.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }

  private Path filler() {
    return disk.resolve("filler");
  }

  private static List<Document> documents(int version) {
    return IntStream.range(0, 60)
        .mapToObj(
            number ->
                new DocumentText("题 " + number)
                    .block("第 %d 篇写到第 %d 版，讲麋鹿吃草。".formatted(number, version).repeat(8))
                    .toDocument("d" + number, Metadata.NONE))
        .toList();
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
