package org.kepu.assistant.sky.ephemeris.kepler;

import org.kepu.assistant.sky.ephemeris.Planet;

/**
 * An orbit about the Sun in the ecliptic of J2000: each element at J2000 and its change in a Julian
 * century.
 *
 * <p>The numbers are those of E. M. Standish, “Keplerian Elements for Approximate Positions of the
 * Major Planets” (JPL), table 1, good for 1800 to 2050: within 20 arc seconds for the inner
 * planets, 400 for Jupiter and 600 for Saturn.
 *
 * @param axis semi-major axis, astronomical units
 * @param eccentricity no unit
 * @param inclination degrees
 * @param meanLongitude degrees
 * @param perihelion its longitude, degrees
 * @param node the ascending node's longitude, degrees
 */
record Orbit(
    Element axis,
    Element eccentricity,
    Element inclination,
    Element meanLongitude,
    Element perihelion,
    Element node) {

  /** Of the Earth's and the Moon's common centre. */
  static final Orbit EARTH =
      new Orbit(
          new Element(1.00000261, 0.00000562),
          new Element(0.01671123, -0.00004392),
          new Element(-0.00001531, -0.01294668),
          new Element(100.46457166, 35999.37244981),
          new Element(102.93768193, 0.32327364),
          new Element(0, 0));

  private static final Orbit MERCURY =
      new Orbit(
          new Element(0.38709927, 0.00000037),
          new Element(0.20563593, 0.00001906),
          new Element(7.00497902, -0.00594749),
          new Element(252.25032350, 149472.67411175),
          new Element(77.45779628, 0.16047689),
          new Element(48.33076593, -0.12534081));

  private static final Orbit VENUS =
      new Orbit(
          new Element(0.72333566, 0.00000390),
          new Element(0.00677672, -0.00004107),
          new Element(3.39467605, -0.00078890),
          new Element(181.97909950, 58517.81538729),
          new Element(131.60246718, 0.00268329),
          new Element(76.67984255, -0.27769418));

  private static final Orbit MARS =
      new Orbit(
          new Element(1.52371034, 0.00001847),
          new Element(0.09339410, 0.00007882),
          new Element(1.84969142, -0.00813131),
          new Element(-4.55343205, 19140.30268499),
          new Element(-23.94362959, 0.44441088),
          new Element(49.55953891, -0.29257343));

  private static final Orbit JUPITER =
      new Orbit(
          new Element(5.20288700, -0.00011607),
          new Element(0.04838624, -0.00013253),
          new Element(1.30439695, -0.00183714),
          new Element(34.39644051, 3034.74612775),
          new Element(14.72847983, 0.21252668),
          new Element(100.47390909, 0.20469106));

  private static final Orbit SATURN =
      new Orbit(
          new Element(9.53667594, -0.00125060),
          new Element(0.05386179, -0.00050991),
          new Element(2.48599187, 0.00193609),
          new Element(49.95424423, 1222.49362201),
          new Element(92.59887831, -0.41897216),
          new Element(113.66242448, -0.28867794));

  static Orbit of(Planet planet) {
    return switch (planet) {
      case MERCURY -> MERCURY;
      case VENUS -> VENUS;
      case MARS -> MARS;
      case JUPITER -> JUPITER;
      case SATURN -> SATURN;
    };
  }

  /**
   * Where the body stands.
   *
   * @param centuries Julian centuries after J2000
   */
  Vector at(double centuries) {
    double e = eccentricity.at(centuries);
    double anomaly =
        eccentricAnomaly(Math.toRadians(meanLongitude.at(centuries) - perihelion.at(centuries)), e);
    double a = axis.at(centuries);
    Vector inOrbit =
        new Vector(a * (Math.cos(anomaly) - e), a * Math.sqrt(1 - e * e) * Math.sin(anomaly), 0);
    return inOrbit
        .turnedAboutZ(Math.toRadians(perihelion.at(centuries) - node.at(centuries)))
        .turnedAboutX(Math.toRadians(inclination.at(centuries)))
        .turnedAboutZ(Math.toRadians(node.at(centuries)));
  }

  /** Kepler's equation by Newton's method; five steps are plenty up to Mercury's eccentricity. */
  private static double eccentricAnomaly(double meanAnomaly, double e) {
    double anomaly = meanAnomaly + e * Math.sin(meanAnomaly);
    for (int step = 0; step < 5; step++) {
      anomaly -= (anomaly - e * Math.sin(anomaly) - meanAnomaly) / (1 - e * Math.cos(anomaly));
    }
    return anomaly;
  }

  /** A number and its change in a Julian century. */
  record Element(double atJ2000, double perCentury) {

    double at(double centuries) {
      return atJ2000 + perCentury * centuries;
    }
  }
}
