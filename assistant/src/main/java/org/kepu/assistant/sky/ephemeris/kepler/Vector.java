package org.kepu.assistant.sky.ephemeris.kepler;

/** A place in space, in astronomical units. */
record Vector(double x, double y, double z) {

  Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** The same arrow turned by {@code angle} radians about the x axis, from y towards z. */
  Vector turnedAboutX(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Vector(x, y * cos - z * sin, y * sin + z * cos);
  }

  /** The same arrow turned by {@code angle} radians about the z axis, from x towards y. */
  Vector turnedAboutZ(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Vector(x * cos - y * sin, x * sin + y * cos, z);
  }
}
