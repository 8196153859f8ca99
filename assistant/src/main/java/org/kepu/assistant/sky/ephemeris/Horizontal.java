package org.kepu.assistant.sky.ephemeris;

/**
 * Where in the sky a body stands.
 *
 * @param altitude degrees above the horizon, without refraction
 * @param azimuth degrees from north through east, 0 to 360
 */
public record Horizontal(double altitude, double azimuth) {

  public Direction direction() {
    Direction[] all = Direction.values();
    double sector = 360.0 / all.length;
    return all[(int) Math.floor((azimuth + sector / 2) / sector) % all.length];
  }

  /** An eighth of the horizon, from north through east. */
  public enum Direction {
    NORTH,
    NORTH_EAST,
    EAST,
    SOUTH_EAST,
    SOUTH,
    SOUTH_WEST,
    WEST,
    NORTH_WEST
  }
}
