package org.kepu.assistant.hall;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;

/**
 * A hall and what it shows: the documents on its topics, those named by their ids, and those about
 * its exhibits.
 *
 * @param id as in requests and terminals
 * @param venue the house it is in
 * @param name what stands over its door
 * @param english the same in English, null where nobody said
 * @param topics as in the documents
 * @param articles ids of documents
 */
public record Hall(
    String id,
    String venue,
    String name,
    @Nullable String english,
    List<String> topics,
    List<String> articles,
    List<Exhibit> exhibits) {

  public Hall {
    Ids.check("hall", id);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          "The hall '%s' has no name; please say what visitors call it".formatted(id));
    }
    if (venue == null || venue.isBlank()) {
      throw new IllegalArgumentException(
          "The hall '%s' is in no venue; please name one".formatted(id));
    }
    topics = List.copyOf(Objects.requireNonNullElse(topics, List.of()));
    articles = List.copyOf(Objects.requireNonNullElse(articles, List.of()));
    exhibits = List.copyOf(Objects.requireNonNullElse(exhibits, List.of()));
    if (topics.isEmpty() && articles.isEmpty() && exhibits.isEmpty()) {
      throw new IllegalArgumentException(
          "The hall '%s' shows nothing; please name topics, articles or exhibits".formatted(id));
    }
  }

  /** Whether {@code document} is about something shown here. */
  public boolean shows(Document document) {
    return articles.contains(document.id())
        || !Collections.disjoint(topics, document.metadata().topics())
        || exhibits.stream().anyMatch(exhibit -> exhibit.articles().contains(document.id()));
  }
}
