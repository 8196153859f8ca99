package org.kepu.assistant.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to stand before.
 *
 * @param id as in requests and terminals, the only one of all halls
 * @param name what it shows, in the words of a question: “这” and “它” before it mean this
 * @param english the same in English, null where nobody said
 * @param articles the documents about it, the most fitting first
 * @param heading the section of one of them that says what it is; null: whichever fits best
 */
public record Exhibit(
    String id,
    String name,
    @Nullable String english,
    List<String> articles,
    @Nullable String heading) {

  public Exhibit {
    Ids.check("exhibit", id);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          "The exhibit '%s' has no name; please say what it shows".formatted(id));
    }
    if (articles == null || articles.isEmpty()) {
      throw new IllegalArgumentException(
          "The exhibit '%s' names no articles; please name one that is about it".formatted(id));
    }
    articles = List.copyOf(articles);
  }
}
