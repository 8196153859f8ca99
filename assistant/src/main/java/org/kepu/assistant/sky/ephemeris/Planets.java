package org.kepu.assistant.sky.ephemeris;

import java.time.Instant;
import org.kepu.assistant.sky.place.Place;

/** Where the planets stand. Safe for use by several threads. */
public interface Planets {

  Horizontal at(Planet planet, Instant when, Place place);
}
