package org.kepu.assistant.hall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;

/** All halls, and the exhibits in them. */
public final class Halls {

  /** There are none. */
  public static final Halls NONE = new Halls(List.of());

  private final Map<String, Hall> byId = new LinkedHashMap<>();
  private final Map<String, Exhibit> exhibits = new HashMap<>();
  private final Map<String, Hall> byExhibit = new HashMap<>();

  /**
   * @throws IllegalArgumentException if two halls or two exhibits have one id
   */
  public Halls(List<Hall> halls) {
    for (Hall hall : halls) {
      if (byId.put(hall.id(), hall) != null) {
        throw new IllegalArgumentException(
            "Two halls are '%s'; please give one another id".formatted(hall.id()));
      }
      for (Exhibit exhibit : hall.exhibits()) {
        Hall other = byExhibit.put(exhibit.id(), hall);
        if (other != null) {
          throw new IllegalArgumentException(
              "Two exhibits are '%s', in '%s' and in '%s'; please give one another id"
                  .formatted(exhibit.id(), other.id(), hall.id()));
        }
        exhibits.put(exhibit.id(), exhibit);
      }
    }
  }

  /** All of them, in the order of the file. */
  public List<Hall> all() {
    return List.copyOf(byId.values());
  }

  /** The hall of an id; empty where there is none. */
  public Optional<Hall> hall(@Nullable String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The exhibit of an id; empty where there is none. */
  public Optional<Exhibit> exhibit(@Nullable String id) {
    return Optional.ofNullable(exhibits.get(id));
  }

  /** The exhibits that an article is about. */
  public List<Exhibit> about(String articleId) {
    return all().stream()
        .flatMap(hall -> hall.exhibits().stream())
        .filter(exhibit -> exhibit.articles().contains(articleId))
        .toList();
  }

  /** The hall that an exhibit is in. */
  public Optional<Hall> around(@Nullable String exhibit) {
    return Optional.ofNullable(byExhibit.get(exhibit));
  }

  /**
   * What is named here and is not in the collection, a sentence each: an article that nobody has, a
   * topic that no document is on, a heading that is in none of an exhibit's articles. The
   * collection changes while the service runs, so these are no errors; the others still hold.
   */
  public List<String> missingFrom(Collection<Document> documents) {
    Map<String, Set<String>> headings = new HashMap<>();
    documents.forEach(
        document ->
            headings.put(
                document.id(),
                document.sections().stream().map(Section::heading).collect(Collectors.toSet())));
    Set<String> topics = new TreeSet<>();
    documents.forEach(document -> topics.addAll(document.metadata().topics()));
    List<String> missing = new ArrayList<>();
    for (Hall hall : byId.values()) {
      String named = "the hall '" + hall.id() + "'";
      hall.topics().stream()
          .filter(topic -> !topics.contains(topic))
          .map(topic -> "%s names the topic '%s'; there are %s".formatted(named, topic, topics))
          .forEach(missing::add);
      missingArticles(named, hall.articles(), headings.keySet(), missing);
      for (Exhibit exhibit : hall.exhibits()) {
        String shown = "the exhibit '" + exhibit.id() + "'";
        missingArticles(shown, exhibit.articles(), headings.keySet(), missing);
        List<String> theirs =
            exhibit.articles().stream()
                .flatMap(article -> headings.getOrDefault(article, Set.of()).stream())
                .sorted()
                .toList();
        if (exhibit.heading() != null && !theirs.contains(exhibit.heading())) {
          missing.add(
              "%s names the heading '%s'; its articles have %s"
                  .formatted(shown, exhibit.heading(), theirs));
        }
      }
    }
    return missing;
  }

  private static void missingArticles(
      String named, List<String> articles, Set<String> ids, List<String> missing) {
    articles.stream()
        .filter(article -> !ids.contains(article))
        .map(
            article ->
                "%s names the article '%s', which the collection does not have; an id as /admin lists it is wanted"
                    .formatted(named, article))
        .forEach(missing::add);
  }
}
