package org.kepu.assistant.sky.ephemeris;

/** A principal phase, each a quarter of the Moon's round from the one before. */
public enum MoonPhase {
  NEW_MOON,
  FIRST_QUARTER,
  FULL_MOON,
  LAST_QUARTER
}
