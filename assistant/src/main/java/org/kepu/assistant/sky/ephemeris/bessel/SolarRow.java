package org.kepu.assistant.sky.ephemeris.bessel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.assistant.sky.ephemeris.Eclipse;
import org.kepu.assistant.sky.place.Place;

/**
 * A solar eclipse with its Besselian elements: where the Moon's shadow lies on the plane through
 * the Earth's centre that the shadow's axis meets at a right angle, as polynomials of the hours
 * after {@code epoch}. The method is that of the “Explanatory Supplement to the Astronomical
 * Almanac”.
 *
 * @param epoch universal time
 * @param x the axis's place towards the east, in the Earth's equatorial radii, as y and the radii
 * @param y its place towards the north
 * @param declination of the axis, degrees
 * @param hourAngle of the axis at Greenwich, degrees
 * @param penumbra the penumbra's radius in that plane
 * @param umbra the umbra's; negative where the shadow's tip lies beyond the plane
 * @param penumbraSlope the tangent of the penumbra's half angle
 * @param umbraSlope the tangent of the umbra's
 */
record SolarRow(
    Eclipse eclipse,
    Instant epoch,
    Polynomial x,
    Polynomial y,
    Polynomial declination,
    Polynomial hourAngle,
    Polynomial penumbra,
    Polynomial umbra,
    double penumbraSlope,
    double umbraSlope) {

  /** The ratio of the Earth's axes. */
  private static final double FLATTENED = 0.99664719;

  private static final double SECONDS_PER_HOUR = 3600;

  /** A line of {@code solar.tsv}. */
  static SolarRow of(String line) {
    String[] cells = line.split("\t");
    return new SolarRow(
        new Eclipse(Eclipse.Body.SUN, Eclipse.Kind.valueOf(cells[1]), Instant.parse(cells[0])),
        Instant.parse(cells[2]),
        Polynomial.of(cells[3]),
        Polynomial.of(cells[4]),
        Polynomial.of(cells[5]),
        Polynomial.of(cells[6]),
        Polynomial.of(cells[7]),
        Polynomial.of(cells[8]),
        Double.parseDouble(cells[9]),
        Double.parseDouble(cells[10]));
  }

  /** How the shadow lies about {@code place}, at sea level. */
  Shadow at(Instant when, Place place) {
    double hours = Duration.between(epoch, when).toMillis() / 1000.0 / SECONDS_PER_HOUR;
    double reduced = Math.atan(FLATTENED * Math.tan(Math.toRadians(place.latitude())));
    double polar = FLATTENED * Math.sin(reduced);
    double equatorial = Math.cos(reduced);
    double d = Math.toRadians(declination.at(hours));
    double h = Math.toRadians(hourAngle.at(hours) + place.longitude());
    double east = equatorial * Math.sin(h);
    double north = polar * Math.cos(d) - equatorial * Math.cos(h) * Math.sin(d);
    double towardsSun = polar * Math.sin(d) + equatorial * Math.cos(h) * Math.cos(d);
    return new Shadow(
        Math.hypot(x.at(hours) - east, y.at(hours) - north),
        penumbra.at(hours) - towardsSun * penumbraSlope,
        umbra.at(hours) - towardsSun * umbraSlope);
  }

  /**
   * A place in the Moon's shadow, in the Earth's equatorial radii.
   *
   * @param distance from the shadow's axis
   * @param penumbra the penumbra's radius where the place is
   * @param umbra the umbra's; negative before the shadow's tip, positive beyond it, where the Moon
   *     leaves a ring
   */
  record Shadow(double distance, double penumbra, double umbra) {

    boolean touches() {
      return distance < penumbra;
    }

    Eclipse.Kind kind() {
      if (distance >= Math.abs(umbra)) {
        return Eclipse.Kind.PARTIAL;
      }
      return umbra < 0 ? Eclipse.Kind.TOTAL : Eclipse.Kind.ANNULAR;
    }
  }

  /** The coefficients of 1, t, t² and so on. */
  record Polynomial(List<Double> coefficients) {

    static Polynomial of(String cell) {
      return new Polynomial(Stream.of(cell.split(" ")).map(Double::valueOf).toList());
    }

    double at(double t) {
      double sum = 0;
      for (double coefficient : coefficients.reversed()) {
        sum = sum * t + coefficient;
      }
      return sum;
    }
  }
}
