package org.kepu.knowledge.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.parse.DocumentText;

/** Ingests one round after another until it is killed, and says which are done. */
final class EndlessIngestProcess {

  private static final int DOCUMENTS = 60;

  private EndlessIngestProcess() {}

  /** {@code arguments}: the folder of the index and the catalogue, and the first round. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Catalog catalog = StarterKnowledge.catalog(folder);
    try (LuceneIndex index = new LuceneIndex(folder.resolve("index"))) {
      Ingest ingest = ingest(folder, index, catalog);
      System.out.println("ready");
      for (int round = Integer.parseInt(arguments[1]); ; round++) {
        ingest.run(documents(round), IngestListener.NONE);
        System.out.println(round);
      }
    }
  }

  static Ingest ingest(Path folder, LuceneIndex index, Catalog catalog) {
    return StarterKnowledge.ingest(
        new QuickEmbedder(), new FileVectorStore(folder.resolve("vectors.bin")), index, catalog);
  }

  /** Every round has another version of some documents, and one that no other round has. */
  static List<Document> documents(int round) {
    return IntStream.rangeClosed(0, DOCUMENTS)
        .mapToObj(
            i -> i == DOCUMENTS ? of("only-" + round, round) : of("d" + i, round - round % (i + 1)))
        .toList();
  }

  private static Document of(String id, int version) {
    return new DocumentText("第" + id + "篇")
        .block("这是第" + version + "版。")
        .toDocument(id, Metadata.NONE);
  }
}
