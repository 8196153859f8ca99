package org.kepu.assistant.sky.ephemeris;

import java.time.Duration;
import java.time.Instant;
import org.kepu.assistant.sky.place.Place;

/** Where the Sun and the Moon stand, seen from a place. Safe for use by several threads. */
public interface SunAndMoon {

  /** The first rise and the first set of the Sun from {@code start} on. */
  Crossings sun(Instant start, Duration length, Place place);

  /** The first rise and the first set of the Moon from {@code start} on. */
  Crossings moon(Instant start, Duration length, Place place);

  Horizontal sunAt(Instant when, Place place);

  Horizontal moonAt(Instant when, Place place);
}
