package org.kepu.knowledge.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.document.Document;

@ExtendWith(StarterKnowledge.Extension.class)
class KnowledgeContentRetrieverTest {

  private static final String QUESTION = "麋鹿为什么叫四不像？";

  private final StarterKnowledge starter;

  KnowledgeContentRetrieverTest(StarterKnowledge starter) {
    this.starter = starter;
  }

  @Test
  void contentsAreTheFindingsInTheirOrder() {
    List<Finding> findings = starter.knowledge().search(SearchRequest.of(QUESTION, 4)).ranked();

    List<Content> contents = retrieve();

    assertThat(contents)
        .extracting(content -> content.textSegment().text())
        .containsExactlyElementsOf(findings.stream().map(f -> f.passage().text()).toList());
    assertThat(contents)
        .extracting(content -> content.metadata().get(ContentMetadata.SCORE))
        .containsExactlyElementsOf(findings.stream().map(Finding::score).toList());
  }

  @Test
  void aContentNamesItsSourceToTheCharacter() {
    assertThat(retrieve())
        .hasSize(4)
        .allSatisfy(
            content -> {
              Metadata source = content.textSegment().metadata();
              Document cited =
                  starter
                      .knowledge()
                      .document(text(source, "document_id"), text(source, "document_version"))
                      .orElseThrow();
              assertThat(text(source, "title")).isEqualTo(cited.title());
              assertThat(cited.sections())
                  .anyMatch(section -> section.heading().equals(text(source, "heading")));
              assertThat(cited.text().substring(number(source, "start"), number(source, "end")))
                  .isEqualTo(content.textSegment().text());
            });
  }

  private List<Content> retrieve() {
    return new KnowledgeContentRetriever(starter.knowledge(), 4).retrieve(Query.from(QUESTION));
  }

  private static String text(Metadata source, String key) {
    return Objects.requireNonNull(source.getString(key), key);
  }

  private static int number(Metadata source, String key) {
    return Objects.requireNonNull(source.getInteger(key), key);
  }
}
