package org.kepu.assistant.gap;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions that mean the same and have no good answer.
 *
 * @param questions some of them, the newest first, as far as their texts are kept; empty once all
 *     were deleted
 * @param count how many were asked
 * @param venues how many at which venue; those asked at none under an empty name
 * @param assignee the name of the account that looks after it, null for nobody
 * @param closedAt null while it is open
 * @param closedBy {@code replay}, or the name of the account that closed it
 */
public record Gap(
    UUID id,
    List<String> questions,
    long count,
    SortedMap<String, Long> venues,
    Instant firstAt,
    Instant lastAt,
    @Nullable String assignee,
    @Nullable Instant closedAt,
    @Nullable String closedBy) {

  /** Closed because the content answers it now. */
  public static final String BY_REPLAY = "replay";

  public Gap {
    questions = List.copyOf(questions);
  }
}
