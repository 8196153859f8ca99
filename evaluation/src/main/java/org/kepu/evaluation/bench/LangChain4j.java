package org.kepu.evaluation.bench;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.load.peer.EasyRag;
import org.kepu.evaluation.report.Progress;
import org.kepu.knowledge.embedding.KeptVectors;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.passage.Passage;

/**
 * LangChain4j's in-memory store and its retriever, filled as its guide to “easy RAG” does, but for
 * the ten best instead of three. Real passages are cut by its splitter and embedded by its class
 * for the model; the segments of made ones have vectors of real segments, {@linkplain Turning
 * turned}.
 */
final class LangChain4j {

  static final String STORE = "langchain4j-store";
  static final String RETRIEVER = "langchain4j-retriever";

  private static final String ID = "id";

  /** So many are handed over at once: the store copies its list each time. */
  private static final int BATCH = 10_000;

  /** With more passages than this, it is asked some of the questions: it compares with all. */
  private static final int ALL_QUESTIONS = 10_000;

  private final EmbeddingModel model = new BgeSmallZhV15QuantizedEmbeddingModel();
  private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
  private final Map<String, Embedding> known = new ConcurrentHashMap<>();
  private final ContentRetriever retriever =
      EmbeddingStoreContentRetriever.builder()
          .embeddingModel(model)
          .embeddingStore(store)
          .maxResults(Contender.RESULTS)
          .build();

  /**
   * Fills the store with the first so many passages. Nothing is on disk.
   *
   * @param vectors keeps what was embedded from one run to the next
   */
  Built fill(Scaling passages, int size, VectorStore vectors, long seed) {
    DocumentSplitter splitter = EasyRag.splitter();
    Stopwatch watch = new Stopwatch();
    List<float[]> real = new ArrayList<>();
    Batch batch = new Batch();
    int first = Math.min(size, passages.real());
    List<Cut> cuts;
    try (LangChain4jEmbedder embedder = new LangChain4jEmbedder(model);
        KeptVectors kept = vectors.open(embedder)) {
      cuts =
          Progress.map(
              "LangChain4j: embedding",
              passages
                  .first(first)
                  .map(embedded -> segments(embedded.passage(), splitter))
                  .toList(),
              segments ->
                  new Cut(
                      segments,
                      segments.stream()
                          .map(segment -> Stock.vector(segment.text(), embedder, kept))
                          .toList()));
    }
    for (Cut cut : cuts) {
      real.addAll(cut.vectors());
      for (int i = 0; i < cut.segments().size(); i++) {
        batch.add(cut.vectors().get(i), cut.segments().get(i), watch);
      }
    }
    Turning turning = Turning.asNearAs(cuts.stream().map(Cut::vectors).toList(), Stock.SAMPLE);
    SplittableRandom random = new SplittableRandom(seed);
    try (ProgressBar bar = Progress.bar("LangChain4j: storing", size)) {
      bar.stepTo(first);
      for (int number = first; number < size; number++) {
        Passage made = passages.passage(number).passage();
        for (TextSegment segment : segments(made, splitter)) {
          float[] model = real.get(random.nextInt(real.size()));
          float[] other = real.get(random.nextInt(real.size()));
          batch.add(turning.turned(model, other, random), segment, watch);
        }
        bar.step();
      }
    }
    batch.store(watch);
    return new Built(size, watch.nanos(), 0);
  }

  /** How many vectors the store holds. */
  int vectors() {
    return store.size();
  }

  List<Contender> contenders(int size) {
    int every = Math.max(1, size / ALL_QUESTIONS);
    return List.of(
        new Contender(STORE, every, this::stored),
        new Contender(RETRIEVER, every, this::retrieved));
  }

  /** Embeds these questions before they are asked. */
  void prepare(List<Asked> questions) {
    questions.forEach(asked -> known.computeIfAbsent(asked.question(), this::embedding));
  }

  private Embedding embedding(String question) {
    return model.embed(question).content();
  }

  private List<String> stored(String question) {
    EmbeddingSearchRequest request =
        EmbeddingSearchRequest.builder()
            .queryEmbedding(known.computeIfAbsent(question, this::embedding))
            .maxResults(Contender.RESULTS)
            .build();
    return documents(store.search(request).matches().stream().map(EmbeddingMatch::embedded));
  }

  private List<String> retrieved(String question) {
    return documents(
        retriever.retrieve(Query.from(question)).stream().map(content -> content.textSegment()));
  }

  /** Of several segments of a document the best ranks. */
  private static List<String> documents(Stream<TextSegment> segments) {
    return List.copyOf(
        new LinkedHashSet<>(
            segments
                .map(segment -> Objects.requireNonNull(segment.metadata().getString(ID)))
                .toList()));
  }

  private static List<TextSegment> segments(Passage passage, DocumentSplitter splitter) {
    return splitter.split(
        Document.from(
            passage.title() + "\n" + passage.text(), Metadata.from(ID, passage.documentId())));
  }

  /** The segments of a passage and their vectors. */
  private record Cut(List<TextSegment> segments, List<float[]> vectors) {}

  /** What is about to be stored. */
  private final class Batch {

    private final List<String> ids = new ArrayList<>();
    private final List<Embedding> embeddings = new ArrayList<>();
    private final List<TextSegment> segments = new ArrayList<>();

    void add(float[] vector, TextSegment segment, Stopwatch watch) {
      ids.add(UUID.randomUUID().toString());
      embeddings.add(Embedding.from(vector));
      segments.add(segment);
      if (ids.size() == BATCH) {
        store(watch);
      }
    }

    void store(Stopwatch watch) {
      if (!ids.isEmpty()) {
        watch.time(() -> store.addAll(ids, embeddings, segments));
      }
      ids.clear();
      embeddings.clear();
      segments.clear();
    }
  }
}
