package org.kepu.assistant.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.passage.Passage;
import org.springframework.stereotype.Component;

/** The collection for those who read it themselves instead of asking. Its calls block. */
@Component
public final class Library {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final KnowledgeBase knowledge;
  private final ChatSettings settings;
  private final InstantSource clock;

  Library(KnowledgeBase knowledge, ChatSettings settings, InstantSource clock) {
    this.knowledge = knowledge;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The sections that fit a question, best first.
   *
   * @param most at most so many, 1 to 100
   */
  public Sections search(String question, int most) {
    return new Sections(
        knowledge
            .search(
                new SearchRequest(
                    question,
                    most,
                    null,
                    Audience.GENERAL,
                    settings.readerTokens(),
                    LocalDate.now(clock.withZone(ACADEMY))))
            .ranked()
            .stream()
            .map(finding -> SectionText.of(finding.passage()))
            .toList());
  }

  /**
   * A document, or one section of it.
   *
   * @param version null: the current one
   * @param section a heading, null: all
   * @throws ApiException if there is no such document, version or section
   */
  public SectionText read(String id, @Nullable String version, @Nullable String section) {
    Document document = document(id, version);
    if (section == null) {
      return new SectionText(
          document.id(),
          document.version(),
          document.title(),
          document.title(),
          document.text(),
          0,
          document.text().length());
    }
    return document.sections().stream()
        .filter(one -> one.heading().equals(section))
        .findFirst()
        .map(one -> SectionText.of(document, one))
        .orElseThrow(() -> ApiException.notFound("section_unknown", section));
  }

  /**
   * A version of a document.
   *
   * @param version null: the current one
   * @throws ApiException if there is none
   */
  public Document document(String id, @Nullable String version) {
    Optional<Document> found =
        version == null ? knowledge.document(id) : knowledge.document(id, version);
    return found.orElseThrow(() -> ApiException.notFound("document_unknown", id));
  }

  /** Sections that were found, best first. */
  public record Sections(List<SectionText> sections) {
    public Sections {
      sections = List.copyOf(sections);
    }

    /** For those who read text only. */
    public String text() {
      StringBuilder text = new StringBuilder();
      for (SectionText section : sections) {
        text.append(
            "【%s · %s】%s#%d-%d%n%s%n%n"
                .formatted(
                    section.title(),
                    section.heading(),
                    section.documentId(),
                    section.start(),
                    section.end(),
                    section.text().strip()));
      }
      return text.toString().strip();
    }
  }

  /**
   * A piece of a document.
   *
   * @param start where it begins in the text of that version, in UTF-16 code units
   * @param end exclusive
   */
  public record SectionText(
      String documentId,
      String documentVersion,
      String title,
      String heading,
      String text,
      int start,
      int end) {

    static SectionText of(Passage passage) {
      return new SectionText(
          passage.documentId(),
          passage.documentVersion(),
          passage.title(),
          passage.heading(),
          passage.text(),
          passage.span().start(),
          passage.span().end());
    }

    static SectionText of(Document document, Section section) {
      return new SectionText(
          document.id(),
          document.version(),
          document.title(),
          section.heading(),
          document.text().substring(section.bodyStart(), section.end()),
          section.bodyStart(),
          section.end());
    }
  }
}
