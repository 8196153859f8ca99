package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;
import org.sqlite.SQLiteDataSource;

class StepBackTest {

  private static final Document BEFORE = milu("麋鹿吃草。");
  private static final Document AFTER = milu("麋鹿吃肉。");

  @TempDir private Path home;

  @Test
  void theCommandMakesTheIndexBeforeAndItsDocumentsCurrentAndTheNextReturns() {
    ingest(BEFORE);
    ingest(AFTER);

    assertThat(StepBack.run("--kepu.home=" + home, "--kepu.index.step-back")).isZero();
    assertServed(BEFORE);

    assertThat(StepBack.run("--kepu.home=" + home, "--kepu.index.step-back")).isZero();
    assertServed(AFTER);
  }

  @Test
  void whereThereIsNoIndexBeforeNothingChanges() {
    ingest(BEFORE);

    assertThat(StepBack.run("--kepu.home=" + home, "--kepu.index.step-back")).isEqualTo(1);

    assertServed(BEFORE);
  }

  @Test
  void itIsAskedForByItsOptionAlone() {
    assertThat(StepBack.asked("--kepu.index.step-back")).isTrue();
    assertThat(StepBack.asked("--kepu.home=x", "step-back")).isFalse();
    assertThat(StepBack.asked()).isFalse();
  }

  private void assertServed(Document document) {
    assertThat(catalog().allCurrent()).containsExactly(document);
    try (LuceneIndex index = new LuceneIndex(home.resolve("index"));
        Generation live = index.live().orElseThrow()) {
      assertThat(live.documents()).isEqualTo(Document.versions(List.of(document)));
    }
  }

  private void ingest(Document document) {
    try (LuceneIndex index = new LuceneIndex(home.resolve("index"));
        Embedder embedder = new OneVector()) {
      new Ingest(
              PassageSplitter.STANDARD,
              embedder,
              VectorStore.NONE,
              index,
              LuceneIndex.layout(),
              catalog())
          .run(List.of(document), IngestListener.NONE);
    }
  }

  private Catalog catalog() {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + home.resolve("kepu.db"));
    return new JdbcCatalog(database);
  }

  private static Document milu(String text) {
    return new DocumentText("麋鹿").block(text).toDocument("milu", Metadata.NONE);
  }

  /** Every text means the same to it. */
  private static final class OneVector implements Embedder {

    @Override
    public float[] embed(String text) {
      return new float[] {1, 0};
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public String id() {
      return "one";
    }

    @Override
    public void close() {}
  }
}
