package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;

/**
 * What a place sees of an eclipse, while the body is above its horizon.
 *
 * @param kind how deep it gets there
 * @param begins the first moment that is seen
 * @param greatest when most is seen to be covered
 * @param ends the last moment that is seen
 */
public record EclipseView(Eclipse.Kind kind, Instant begins, Instant greatest, Instant ends) {

  public EclipseView {
    if (begins.isAfter(greatest) || greatest.isAfter(ends)) {
      throw new IllegalArgumentException(
          "An eclipse begins, is greatest and ends, not %s, %s, %s"
              .formatted(begins, greatest, ends));
    }
  }
}
