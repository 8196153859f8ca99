package org.kepu.assistant.sky.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.sky.ephemeris.kepler.KeplerPlanets;
import org.kepu.assistant.sky.place.Places;

/** Planets over fifteen years, seen from Beijing, against Astronomy Engine. */
class PlanetsTest {

  private final Planets planets = new KeplerPlanets();

  @Test
  void everyPlanetStandsWithinAThirdOfADegree() {
    List<String[]> rows = Reference.table("planets.tsv");

    assertThat(rows).hasSizeGreaterThan(100);
    for (String[] row : rows) {
      Horizontal is =
          planets.at(Planet.valueOf(row[0]), Instant.parse(row[1]), new Places().of(null));
      double altitude = Double.parseDouble(row[2]);
      double turn = Math.abs(is.azimuth() - Double.parseDouble(row[3])) % 360;
      assertThat(is.altitude()).as("%s %s", row[0], row[1]).isCloseTo(altitude, within(0.33));
      assertThat(Math.min(turn, 360 - turn) * Math.cos(Math.toRadians(altitude)))
          .as("%s %s", row[0], row[1])
          .isLessThan(0.33);
    }
  }
}
