package org.kepu.assistant.sky.ephemeris;

/**
 * What the Moon looks like.
 *
 * @param elongation how far it is ahead of the Sun in ecliptic longitude, degrees, 0 to 360
 */
public record MoonLook(double elongation) {

  /** Within so many degrees of a principal phase the Moon bears its name: half a day's way. */
  private static final double NAMED = 6.1;

  public MoonLook {
    if (!(elongation >= 0 && elongation < 360)) {
      throw new IllegalArgumentException("An elongation is 0 to 360 degrees, not " + elongation);
    }
  }

  /** The lit part of the disc, 0 to 1; the Moon's latitude is left out, which costs under 1 %. */
  public double lit() {
    return (1 - Math.cos(Math.toRadians(elongation))) / 2;
  }

  public Shape shape() {
    if (elongation < NAMED || elongation > 360 - NAMED) {
      return Shape.NEW_MOON;
    }
    if (elongation < 90 - NAMED) {
      return Shape.WAXING_CRESCENT;
    }
    if (elongation <= 90 + NAMED) {
      return Shape.FIRST_QUARTER;
    }
    if (elongation < 180 - NAMED) {
      return Shape.WAXING_GIBBOUS;
    }
    if (elongation <= 180 + NAMED) {
      return Shape.FULL_MOON;
    }
    if (elongation < 270 - NAMED) {
      return Shape.WANING_GIBBOUS;
    }
    return elongation <= 270 + NAMED ? Shape.LAST_QUARTER : Shape.WANING_CRESCENT;
  }

  /** The shape by its name. */
  public enum Shape {
    NEW_MOON,
    WAXING_CRESCENT,
    FIRST_QUARTER,
    WAXING_GIBBOUS,
    FULL_MOON,
    WANING_GIBBOUS,
    LAST_QUARTER,
    WANING_CRESCENT
  }
}
