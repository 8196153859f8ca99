package org.kepu.evaluation.bench;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.catalog.jdbc.JdbcCatalog;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.sqlite.SQLiteDataSource;

/** The product's retrieval: its embedded engine, its embedder, its way of fusing. */
final class Product implements AutoCloseable {

  static final String HYBRID = "kepu-hybrid";
  static final String EMBEDDED = "kepu-embedded-hybrid";
  static final String EMBEDDING = "kepu-embedding";
  static final String WORDS = "kepu-words";
  static final String VECTORS = "kepu-vectors";

  /** As deep as the product reads each list before it fuses them. */
  private static final int DEPTH = 60;

  private static final String INDEX = "index";

  private final Embedder embedder = new BgeSmallZh();
  private final KnownQuestions known = new KnownQuestions(embedder);
  private final LuceneIndex index;
  private final Generation generation;
  private final KnowledgeBase knowledge;
  private final KnowledgeBase knowing;
  private final KnowledgeBase preparing;
  private final Map<String, float[]> meanings = new ConcurrentHashMap<>();

  /** Opens what {@link #build} left in {@code folder}. */
  Product(Path folder) {
    index = new LuceneIndex(folder.resolve(INDEX));
    generation = index.live().orElseThrow();
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("catalog.db"));
    JdbcCatalog catalog = new JdbcCatalog(database);
    knowledge = new KnowledgeBase(index, embedder, catalog);
    knowing = new KnowledgeBase(index, known, catalog);
    // One of its own: what a knowledge base has looked at before, its next search takes for free.
    preparing = new KnowledgeBase(index, known, catalog);
  }

  /** Indexes the first so many passages with vectors of the product's own model. */
  static Built build(Path folder, Scaling passages, int size) {
    Built.emptied(folder);
    Stopwatch watch = new Stopwatch();
    try (Embedder embedder = new BgeSmallZh();
        LuceneIndex index = new LuceneIndex(folder.resolve(INDEX));
        GenerationBuilder builder = index.begin("bench/" + size, embedder.id());
        ProgressBar bar = Progress.bar("Product: indexing", size + 1L)) {
      passages
          .first(size)
          .forEach(
              passage -> {
                watch.time(() -> builder.add(passage));
                bar.step();
              });
      watch.time(builder::publish);
      bar.step();
    }
    return new Built(size, watch.nanos(), Built.bytes(folder));
  }

  List<Contender> contenders() {
    return List.of(
        Contender.of(HYBRID, this::hybrid),
        Contender.of(EMBEDDED, this::whole),
        Contender.of(EMBEDDING, this::embedding),
        Contender.of(WORDS, this::words),
        Contender.of(VECTORS, this::vectors));
  }

  /** Those of {@link #contenders} that rank passages in different ways. */
  List<Contender> ranking() {
    return contenders().stream()
        .filter(each -> List.of(HYBRID, WORDS, VECTORS).contains(each.name()))
        .toList();
  }

  /** Embeds these questions before they are asked. */
  void prepare(List<Asked> questions) {
    Progress.map("Embedding questions", questions, asked -> meaning(asked.question()));
  }

  /** The vector by which the product looks for what is near to a question. */
  float[] meaning(String question) {
    return meanings.computeIfAbsent(question, preparing::meaning);
  }

  /** The ids of the passages that the engine finds near, nearest first. */
  List<String> near(float[] vector) {
    return generation.nearest(vector, DEPTH).stream().map(Hit::passageId).toList();
  }

  static String id(EmbeddedPassage passage) {
    return passage.passage().id();
  }

  private List<String> hybrid(String question) {
    return search(knowing, question);
  }

  private List<String> whole(String question) {
    return search(knowledge, question);
  }

  private static List<String> search(KnowledgeBase knowledge, String question) {
    SearchRequest request = SearchRequest.of(question, Contender.RESULTS).withReaderTokens(0);
    return knowledge.search(request).ranked().stream()
        .map(finding -> finding.passage().documentId())
        .toList();
  }

  private List<String> embedding(String question) {
    embedder.embed(question);
    return List.of();
  }

  private List<String> words(String question) {
    return documents(generation.matching(question, DEPTH).stream().map(Hit::passageId));
  }

  private List<String> vectors(String question) {
    return documents(near(meaning(question)).stream());
  }

  /** Of several passages of a document the best ranks. */
  private static List<String> documents(Stream<String> passageIds) {
    return List.copyOf(
        new LinkedHashSet<>(passageIds.map(id -> id.substring(0, id.lastIndexOf('#'))).toList()));
  }

  @Override
  public void close() {
    generation.close();
    index.close();
    embedder.close();
  }
}
