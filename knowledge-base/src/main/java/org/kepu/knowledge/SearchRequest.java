package org.kepu.knowledge;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param question in the asker's words, not blank
 * @param limit at most so many passages, 1 to 100
 * @param venue where the question is asked, null if unknown; breaks near ties
 * @param today passages that expired before this day are left out
 */
public record SearchRequest(String question, int limit, @Nullable String venue, LocalDate today) {

  public SearchRequest {
    Objects.requireNonNull(today, "today");
    if (question.isBlank()) {
      throw new IllegalArgumentException("A search needs a question, this one is blank");
    }
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("A search returns 1 to 100 passages, not " + limit);
    }
  }

  /** A search of today, from nowhere in particular. */
  public static SearchRequest of(String question, int limit) {
    return new SearchRequest(question, limit, null, KnowledgeBase.today());
  }
}
