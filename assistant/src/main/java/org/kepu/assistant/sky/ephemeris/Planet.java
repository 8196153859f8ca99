package org.kepu.assistant.sky.ephemeris;

/** A planet that the naked eye can see. */
public enum Planet {
  MERCURY,
  VENUS,
  MARS,
  JUPITER,
  SATURN
}
