package org.kepu.assistant.sky.place;

import java.util.Objects;

/**
 * A place to look at the sky from.
 *
 * @param name its Simplified Chinese name
 * @param traditional its Traditional Chinese name
 * @param english its name in English
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record Place(
    String name, String traditional, String english, double latitude, double longitude) {

  public Place {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(traditional, "traditional");
    Objects.requireNonNull(english, "english");
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw new IllegalArgumentException(
          "A place lies within 90 degrees of latitude and 180 of longitude, not at %s, %s"
              .formatted(latitude, longitude));
    }
  }
}
