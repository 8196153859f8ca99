package org.kepu.evaluation.load.peer;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import org.kepu.knowledge.collection.StarterCollection;

/**
 * LangChain4j as its guide to “easy RAG” wires it, without a model to write: an in-memory store,
 * its recursive splitter at 300 characters with 30 of overlap, the best three segments as they are.
 */
public final class EasyRag implements Peer {

  private static final int SEGMENT = 300;
  private static final int OVERLAP = 30;
  private static final int RESULTS = 3;

  private final ContentRetriever retriever;

  private EasyRag(ContentRetriever retriever) {
    this.retriever = retriever;
  }

  /** How the guide cuts documents. */
  public static DocumentSplitter splitter() {
    return DocumentSplitters.recursive(SEGMENT, OVERLAP);
  }

  /** Over the same articles and with the same embedding model as the product. */
  public static EasyRag ofTheCollection() {
    EmbeddingModel model = new BgeSmallZhV15QuantizedEmbeddingModel();
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    EmbeddingStoreIngestor.builder()
        .documentSplitter(splitter())
        .embeddingModel(model)
        .embeddingStore(store)
        .build()
        .ingest(
            StarterCollection.documents().stream()
                .map(document -> Document.from(document.text()))
                .toList());
    return new EasyRag(
        EmbeddingStoreContentRetriever.builder()
            .embeddingModel(model)
            .embeddingStore(store)
            .maxResults(RESULTS)
            .build());
  }

  @Override
  public List<String> answer(String question) {
    return retriever.retrieve(Query.from(question)).stream()
        .map(content -> content.textSegment().text())
        .toList();
  }
}
