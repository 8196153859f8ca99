package org.kepu.assistant.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.knowledge.Finding;
import org.kepu.knowledge.Findings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;

/**
 * What a turn was about, in the collection's taxonomy: the narrower topics of the documents cited.
 * Where none is cited, those of the section nearest in meaning, if it is near enough; the search
 * has compared them all already.
 */
public final class Topics {

  /**
   * The least cosine of question and section. Below it they rarely share a subject; such questions
   * stay unclassified rather than be put anywhere.
   */
  static final double NEAR_ENOUGH = 0.55;

  /** No more than so many, so that a question's weight can be shared out exactly. */
  private static final int MOST = 10;

  private final KnowledgeBase knowledge;

  public Topics(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * What a question is about.
   *
   * @param findings what was found, null if nothing was searched for
   * @return the topics' ids, empty if the question belongs to none
   */
  List<String> of(List<Citation> citations, @Nullable Findings findings) {
    Stream<Document> documents =
        citations.isEmpty()
            ? nearest(findings).stream()
            : citations.stream()
                .flatMap(
                    citation ->
                        knowledge
                            .document(citation.documentId(), citation.documentVersion())
                            .stream());
    return of(documents);
  }

  /**
   * What documents are about that a terminal cited while it had no network.
   *
   * @param cited as {@code id@version}; a document that has changed since is taken as it is now
   */
  public List<String> of(List<String> cited) {
    return of(cited.stream().map(citation -> citation.split("@", 2)).flatMap(this::document));
  }

  private Stream<Document> document(String[] named) {
    return knowledge.document(named[0], named[1]).or(() -> knowledge.document(named[0])).stream();
  }

  private static List<String> of(Stream<Document> documents) {
    return documents
        .flatMap(document -> narrower(document.metadata().topics()).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private Optional<Document> nearest(@Nullable Findings findings) {
    return Optional.ofNullable(findings).stream()
        .flatMap(found -> found.ranked().stream())
        .filter(finding -> finding.cosine() >= NEAR_ENOUGH)
        .max(java.util.Comparator.comparingDouble(Finding::cosine))
        .map(Finding::passage)
        .flatMap(passage -> knowledge.document(passage.documentId(), passage.documentVersion()));
  }

  /** A document's topics are a broad one and narrower ones of it; the broad one says less. */
  private static List<String> narrower(List<String> topics) {
    return topics.size() > 1 ? topics.subList(1, topics.size()) : topics;
  }
}
