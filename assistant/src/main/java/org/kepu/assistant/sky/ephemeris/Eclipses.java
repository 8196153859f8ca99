package org.kepu.assistant.sky.ephemeris;

import java.util.List;
import java.util.Optional;
import org.kepu.assistant.sky.place.Place;

/** The eclipses of 2020 to 2040. Safe for use by several threads. */
public interface Eclipses {

  /** All of a body, by time. */
  List<Eclipse> of(Eclipse.Body body);

  /**
   * What {@code place} sees of one of these eclipses.
   *
   * @return empty if it happens below the place's horizon, or its shadow passes elsewhere
   */
  Optional<EclipseView> seenFrom(Place place, Eclipse eclipse);
}
