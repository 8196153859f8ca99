package org.kepu.assistant.sky.ephemeris.kepler;

import java.time.Instant;
import org.kepu.assistant.sky.ephemeris.Horizontal;
import org.kepu.assistant.sky.ephemeris.Planet;
import org.kepu.assistant.sky.ephemeris.Planets;
import org.kepu.assistant.sky.place.Place;

/**
 * Planets on {@linkplain Orbit ellipses}, seen with the light's delay from the Earth's centre, and
 * turned into the equator of date: within a fifth of a degree, which is less than a minute of the
 * sky's turning.
 */
public final class KeplerPlanets implements Planets {

  private static final double J2000_SECONDS =
      Instant.parse("2000-01-01T12:00:00Z").getEpochSecond();
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_PER_CENTURY = 36_525;

  /** How long light takes for an astronomical unit. */
  private static final double LIGHT_DAYS = 0.0057755;

  /** General precession in longitude and the obliquity of the ecliptic, degrees and a century. */
  private static final double PRECESSION = 1.396971;

  private static final Orbit.Element OBLIQUITY = new Orbit.Element(23.439291, -0.0130042);

  /** The Earth's turning (Greenwich mean sidereal time), degrees and a day. */
  private static final double SIDEREAL_AT_J2000 = 280.46061837;

  private static final double SIDEREAL_PER_DAY = 360.98564736629;

  @Override
  public Horizontal at(Planet planet, Instant when, Place place) {
    double days = (when.getEpochSecond() - J2000_SECONDS) / SECONDS_PER_DAY;
    double centuries = days / DAYS_PER_CENTURY;
    Vector equatorial =
        fromEarth(Orbit.of(planet), centuries)
            .turnedAboutZ(Math.toRadians(PRECESSION * centuries))
            .turnedAboutX(Math.toRadians(OBLIQUITY.at(centuries)));
    double sidereal = SIDEREAL_AT_J2000 + SIDEREAL_PER_DAY * days + place.longitude();
    return horizontal(
        equatorial.turnedAboutZ(-Math.toRadians(sidereal)), Math.toRadians(place.latitude()));
  }

  private static Vector fromEarth(Orbit orbit, double centuries) {
    Vector earth = Orbit.EARTH.at(centuries);
    double delay = orbit.at(centuries).minus(earth).length() * LIGHT_DAYS / DAYS_PER_CENTURY;
    return orbit.at(centuries - delay).minus(earth);
  }

  /**
   * @param local with x towards the meridian on the equator, y to the east and z to the pole
   */
  private static Horizontal horizontal(Vector local, double latitude) {
    double up = local.x() * Math.cos(latitude) + local.z() * Math.sin(latitude);
    double north = local.z() * Math.cos(latitude) - local.x() * Math.sin(latitude);
    double azimuth = Math.toDegrees(Math.atan2(local.y(), north));
    return new Horizontal(
        Math.toDegrees(Math.asin(up / local.length())), azimuth < 0 ? azimuth + 360 : azimuth);
  }
}
