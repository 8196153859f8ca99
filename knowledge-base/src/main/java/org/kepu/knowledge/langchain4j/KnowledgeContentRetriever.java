package org.kepu.knowledge.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Map;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.passage.Passage;

/**
 * The knowledge base as a LangChain4j content retriever, for use in any of its pipelines.
 *
 * <p>Each content's metadata names its source to the character: {@code document_id}, {@code
 * document_version}, {@code title}, {@code heading}, {@code start}, {@code end}.
 */
public final class KnowledgeContentRetriever implements ContentRetriever {

  private final KnowledgeBase knowledge;
  private final int limit;

  /**
   * @param limit at most so many contents a query, 1 to 100
   */
  public KnowledgeContentRetriever(KnowledgeBase knowledge, int limit) {
    this.knowledge = knowledge;
    this.limit = limit;
  }

  @Override
  public List<Content> retrieve(Query query) {
    return knowledge.search(SearchRequest.of(query.text(), limit)).ranked().stream()
        .map(KnowledgeContentRetriever::content)
        .toList();
  }

  private static Content content(Finding finding) {
    Passage passage = finding.passage();
    Metadata source =
        Metadata.from(
            Map.of(
                "document_id", passage.documentId(),
                "document_version", passage.documentVersion(),
                "title", passage.title(),
                "heading", passage.heading(),
                "start", passage.span().start(),
                "end", passage.span().end()));
    return Content.from(
        TextSegment.from(passage.text(), source), Map.of(ContentMetadata.SCORE, finding.score()));
  }
}
