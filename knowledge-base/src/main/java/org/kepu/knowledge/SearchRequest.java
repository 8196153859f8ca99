package org.kepu.knowledge;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Audience;

/**
 * What is looked for.
 *
 * @param question in the asker's words, not blank
 * @param limit at most so many passages, 1 to 100
 * @param venue where the question is asked, null if unknown; breaks near ties
 * @param audience whom it is for: children get a passage's variant where there is one
 * @param readerTokens how many tokens the reader may take in, 0 or more; 0: it is not asked. More
 *     candidates are read, best first, and the cost rises in proportion
 * @param today passages that expired before this day are left out
 */
public record SearchRequest(
    String question,
    int limit,
    @Nullable String venue,
    Audience audience,
    int readerTokens,
    LocalDate today) {

  /** Room for five glances and one whole section of the length our writing guide asks for. */
  public static final int STANDARD_READER_TOKENS = 600;

  public SearchRequest {
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(today, "today");
    if (question.isBlank()) {
      throw new IllegalArgumentException("A search needs a question, this one is blank");
    }
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("A search returns 1 to 100 passages, not " + limit);
    }
    if (readerTokens < 0) {
      throw new IllegalArgumentException("A reader takes in 0 tokens or more, not " + readerTokens);
    }
  }

  /** A search of today, from nowhere in particular. */
  public static SearchRequest of(String question, int limit) {
    return new SearchRequest(
        question, limit, null, Audience.GENERAL, STANDARD_READER_TOKENS, KnowledgeBase.today());
  }

  /** The same search with another budget for the reader. */
  public SearchRequest withReaderTokens(int tokens) {
    return new SearchRequest(question, limit, venue, audience, tokens, today);
  }
}
