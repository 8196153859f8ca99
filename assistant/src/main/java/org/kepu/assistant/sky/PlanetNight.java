package org.kepu.assistant.sky;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.assistant.sky.ephemeris.Ephemeris;
import org.kepu.assistant.sky.ephemeris.Horizontal;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.place.Place;

/**
 * When in a night a planet is to be seen.
 *
 * @param from the first moment
 * @param to the last
 * @param highest when it stands highest in between
 * @param where it stands then
 */
record PlanetNight(Instant from, Instant to, Instant highest, Horizontal where) {

  /** The Sun is so far below the horizon that bright planets come out: civil twilight is over. */
  private static final double DARK = -6;

  /** Lower than this, haze and houses take it away. */
  private static final double CLEAR = 5;

  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int STEPS = 24 * 12;

  /** The night that begins on the evening of {@code day}; empty if the planet is not seen in it. */
  static Optional<PlanetNight> of(Planet planet, Place place, LocalDate day, Ephemeris ephemeris) {
    Instant noon = day.atTime(LocalTime.NOON).atZone(Ephemeris.ZONE).toInstant();
    List<Sight> seen =
        Stream.iterate(noon, when -> when.plus(STEP))
            .limit(STEPS)
            .filter(when -> ephemeris.sunAndMoon().sunAt(when, place).altitude() <= DARK)
            .map(when -> new Sight(when, ephemeris.planets().at(planet, when, place)))
            .filter(sight -> sight.where().altitude() >= CLEAR)
            .toList();
    return seen.stream()
        .max(Comparator.comparingDouble(sight -> sight.where().altitude()))
        .map(
            best ->
                new PlanetNight(
                    seen.getFirst().when(), seen.getLast().when(), best.when(), best.where()));
  }

  private record Sight(Instant when, Horizontal where) {}
}
