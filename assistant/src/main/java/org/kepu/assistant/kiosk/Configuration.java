package org.kepu.assistant.kiosk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;

/**
 * What a terminal is set to.
 *
 * @param name by which people know it
 * @param venue the house it stands in
 * @param hall null: none named
 * @param exhibit before which it stands, null: none
 * @param hours when it is for visitors
 * @param audience whom a visit begins for: everyone, children or elders
 * @param low whether everything to touch is low
 * @param large whether its text begins large
 */
public record Configuration(
    String name,
    String venue,
    @Nullable String hall,
    @Nullable String exhibit,
    Hours hours,
    Audience audience,
    boolean low,
    boolean large) {

  public Configuration {
    Objects.requireNonNull(venue, "venue");
    Objects.requireNonNull(hours, "hours");
    if (name.isBlank()) {
      throw new IllegalArgumentException("A terminal has a name by which people find it");
    }
    if (audience == Audience.EDUCATOR) {
      throw new IllegalArgumentException(
          "A terminal speaks to everyone, children or elders, not to educators");
    }
  }
}
