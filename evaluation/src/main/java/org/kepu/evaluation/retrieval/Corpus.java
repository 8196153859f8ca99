package org.kepu.evaluation.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.data.ReadingSet.TextPassage;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.ingest.Ingest;
import org.kepu.knowledge.ingest.IngestListener;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.ranking.Fused;
import org.kepu.knowledge.ranking.Fusion;
import org.kepu.knowledge.ranking.Scope;
import org.kepu.knowledge.reader.Reader;
import org.kepu.knowledge.reader.onnx.MiniReader;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.taxon.Names;
import org.kepu.knowledge.translation.EnglishGlossary;
import org.sqlite.SQLiteDataSource;

/** Passages indexed by the product's own code in a temporary place, deleted when closed. */
final class Corpus implements AutoCloseable {

  private static final int DEPTH = 60;

  private final Path folder;
  private final Embedder embedder;
  private final LuceneIndex index;
  private final Generation generation;
  private final @Nullable Reader reader;
  private final KnowledgeBase knowledge;
  private final int readerTokens;

  /**
   * @param readerTokens the reader's budget a question; 0: the reader is not loaded
   */
  Corpus(List<TextPassage> passages, int readerTokens) {
    this.readerTokens = readerTokens;
    try {
      folder = Files.createTempDirectory("kepu-evaluation");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
    embedder = new BgeSmallZh();
    index = new LuceneIndex(folder.resolve("index"));
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("catalog.db"));
    Catalog catalog = new JdbcCatalog(database);
    Ingest ingest =
        new Ingest(
            PassageSplitter.STANDARD,
            embedder,
            VectorStore.NONE,
            index,
            LuceneIndex.layout(),
            catalog);
    ingest.run(documents(passages), new Bar());
    generation = index.live().orElseThrow();
    reader = readerTokens > 0 ? new MiniReader() : null;
    knowledge =
        new KnowledgeBase(
            index, embedder, catalog, Names.NONE, EnglishGlossary.NONE, Scope.ALL, reader);
  }

  /** The ids of the passages for a question, best first, by each arm and by both. */
  Map<Arm, List<String>> rank(String question) {
    return rank(question, Fusion.STANDARD);
  }

  Map<Arm, List<String>> rank(String question, Fusion fusion) {
    Lists lists = lists(question);
    Map<Arm, List<String>> ranked = new LinkedHashMap<>();
    ranked.put(Arm.BM25, documents(lists.words().stream().map(Hit::passageId)));
    ranked.put(Arm.VECTORS, documents(lists.meanings().stream().map(Hit::passageId)));
    ranked.put(Arm.HYBRID, hybrid(lists, fusion));
    if (reader != null) {
      ranked.put(Arm.RERANKED, reranked(question));
    }
    return ranked;
  }

  /** As the product searches: both arms fused, the best read and ranked anew. */
  private List<String> reranked(String question) {
    SearchRequest request = SearchRequest.of(question, 20).withReaderTokens(readerTokens);
    return documents(
        knowledge.search(request).ranked().stream().map(finding -> finding.passage().id()));
  }

  Lists lists(String question) {
    return new Lists(
        generation.matching(question, DEPTH), generation.nearest(embedder.embed(question), DEPTH));
  }

  static List<String> hybrid(Lists lists, Fusion fusion) {
    return documents(fusion.fuse(lists.words(), lists.meanings()).stream().map(Fused::passageId));
  }

  @Override
  public void close() {
    generation.close();
    index.close();
    embedder.close();
    if (reader != null) {
      reader.close();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  private static List<Document> documents(List<TextPassage> passages) {
    return passages.stream()
        .map(
            passage ->
                new DocumentText(passage.title())
                    .block(passage.text())
                    .toDocument(passage.id(), Metadata.NONE))
        .toList();
  }

  /** A given passage may have become several of ours: it ranks where its best part does. */
  private static List<String> documents(Stream<String> passageIds) {
    return new ArrayList<>(
        new LinkedHashSet<>(passageIds.map(id -> id.substring(0, id.lastIndexOf('#'))).toList()));
  }

  /** Both ranked lists of one question. */
  record Lists(List<Hit> words, List<Hit> meanings) {}

  private static final class Bar implements IngestListener {

    private @Nullable ProgressBar bar;

    @Override
    public void started(int passages) {
      bar = Progress.bar("Indexing", passages);
    }

    @Override
    public void embedded(int done) {
      if (bar != null) {
        bar.stepTo(done);
      }
    }

    @Override
    public void finished() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
