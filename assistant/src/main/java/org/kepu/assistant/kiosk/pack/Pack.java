package org.kepu.assistant.kiosk.pack;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Span;

/**
 * Sections that a terminal quotes by itself.
 *
 * @param venue for which it was made; null: for none
 * @param version the same for the same content
 * @param madeOn the day it was made
 */
public record Pack(
    @Nullable String venue, String version, LocalDate madeOn, List<Article> articles) {

  public Pack {
    articles = List.copyOf(articles);
  }

  /**
   * A document of it.
   *
   * @param source where an editor can check it
   * @param validTo the last day it may be quoted, null where it does not expire
   */
  public record Article(
      String id,
      String version,
      String title,
      String source,
      String licence,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate validTo,
      List<Part> sections) {

    public Article {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A section.
   *
   * @param wordings other ways in which people ask what the heading asks
   * @param text what stands below the heading
   * @param sentences where its sentences are in {@code text}, in UTF-16 code units; the first is
   *     the answer to the heading
   */
  public record Part(String heading, List<String> wordings, String text, List<Span> sentences) {

    public Part {
      wordings = List.copyOf(wordings);
      sentences = List.copyOf(sentences);
    }
  }
}
