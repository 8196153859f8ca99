package org.kepu.assistant.practical;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a practical question asks.
 *
 * @param subject what about
 * @param venue of which venue, null if the question names none
 */
record PracticalQuestion(Subject subject, @Nullable VenueCard venue) {
  PracticalQuestion {
    Objects.requireNonNull(subject, "subject");
  }
}
