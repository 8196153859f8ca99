package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;

/**
 * An eclipse.
 *
 * @param body what is darkened
 * @param kind how deep it is where it is deepest
 * @param greatest when it is deepest, for the Earth as a whole
 */
public record Eclipse(Body body, Kind kind, Instant greatest) {

  /** What is darkened. */
  public enum Body {
    SUN,
    MOON
  }

  /** How. */
  public enum Kind {
    PENUMBRAL,
    PARTIAL,
    ANNULAR,
    HYBRID,
    TOTAL
  }
}
