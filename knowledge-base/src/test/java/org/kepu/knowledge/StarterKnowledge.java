package org.kepu.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.ingest.IngestReport;
import org.kepu.knowledge.passage.PassageSplitter;
import org.sqlite.SQLiteDataSource;

/**
 * The starter collection, ingested once for all tests of this module with the real engine, model
 * and database. Tests read it and do not change it.
 */
public final class StarterKnowledge implements AutoCloseable {

  private final Path folder;
  private final RememberingEmbedder embedder = new RememberingEmbedder(new BgeSmallZh());
  private final PassageIndex index;
  private final KnowledgeBase knowledge;
  private final IngestReport report;

  private StarterKnowledge() throws IOException {
    folder = Files.createTempDirectory("starter-knowledge");
    index = new LuceneIndex(folder.resolve("index"));
    Catalog catalog = catalog(folder);
    report =
        ingest(embedder, index, catalog).run(StarterCollection.documents(), IngestListener.NONE);
    knowledge = new KnowledgeBase(index, embedder, catalog);
  }

  public KnowledgeBase knowledge() {
    return knowledge;
  }

  public RememberingEmbedder embedder() {
    return embedder;
  }

  public IngestReport report() {
    return report;
  }

  /** An ingest as the product does it. */
  public static Ingest ingest(Embedder embedder, PassageIndex index, Catalog catalog) {
    return ingest(embedder, VectorStore.NONE, index, catalog);
  }

  /** An ingest as the product does it, that keeps its vectors. */
  public static Ingest ingest(
      Embedder embedder, VectorStore vectors, PassageIndex index, Catalog catalog) {
    return new Ingest(
        PassageSplitter.STANDARD, embedder, vectors, index, LuceneIndex.layout(), catalog);
  }

  /** The catalogue in {@code folder}, made if there is none. */
  public static Catalog catalog(Path folder) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("catalog.db"));
    return new JdbcCatalog(database);
  }

  @Override
  public void close() throws IOException {
    index.close();
    embedder.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Gives it to test methods and constructors that ask for it. */
  public static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == StarterKnowledge.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(StarterKnowledge.class))
          .computeIfAbsent(StarterKnowledge.class, type -> ingested(), StarterKnowledge.class);
    }

    private static StarterKnowledge ingested() {
      try {
        return new StarterKnowledge();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot ingest the starter collection", e);
      }
    }
  }
}
