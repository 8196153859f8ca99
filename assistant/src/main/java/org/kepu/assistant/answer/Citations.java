package org.kepu.assistant.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.text.Sentences;

/** Numbers the citations of one answer as they come up; the same place keeps its number. */
public final class Citations {

  private final KnowledgeBase knowledge;
  private final List<Citation> citations = new ArrayList<>();

  public Citations(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The number of a citation of {@code span}.
   *
   * @param span in the text of {@code passage}
   */
  public int cite(Passage passage, Span span) {
    Span inDocument = span.shifted(passage.span().start());
    for (Citation citation : citations) {
      if (citation.documentVersion().equals(passage.documentVersion())
          && citation.start() == inDocument.start()
          && citation.end() == inDocument.end()) {
        return citation.index();
      }
    }
    citations.add(citation(passage, inDocument));
    return citations.size();
  }

  /**
   * The number of a citation of the answer below a heading, which is the first sentence there.
   *
   * @throws AnswerFailureException if {@code document} has nothing below such a heading
   */
  public int citeAnswer(Document document, String heading) {
    return PassageSplitter.STANDARD.split(document).stream()
        .filter(passage -> passage.heading().equals(heading))
        .findFirst()
        .map(passage -> cite(passage, Sentences.of(passage.text()).getFirst()))
        .orElseThrow(
            () ->
                new AnswerFailureException(
                    "%s has no answer below “%s”".formatted(document.id(), heading), null));
  }

  /** All so far, in the order of their numbers. */
  public List<Citation> all() {
    return List.copyOf(citations);
  }

  private Citation citation(Passage passage, Span span) {
    Document document =
        knowledge
            .document(passage.documentId(), passage.documentVersion())
            .orElseThrow(
                () ->
                    new AnswerFailureException(
                        "The catalogue lacks %s in version %s, which the index quotes"
                            .formatted(passage.documentId(), passage.documentVersion()),
                        null));
    return new Citation(
        citations.size() + 1,
        document.id(),
        document.version(),
        document.title(),
        passage.heading(),
        span.of(document.text()),
        span.start(),
        span.end(),
        document.pageAt(span.start()),
        address(document),
        String.join("；", document.metadata().sources()),
        document.metadata().licence(),
        document.metadata().reviewedOn());
  }

  /** Where it is published, else the text as it was quoted. */
  private static String address(Document document) {
    return Objects.requireNonNullElseGet(
        document.metadata().url(),
        () ->
            "/api/v1/documents/%s?version=%s"
                .formatted(encoded(document.id()), encoded(document.version())));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
