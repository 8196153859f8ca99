package org.kepu.assistant.practical;

/** What a practical question is about. */
public enum Subject {
  HOURS,
  TICKETS,
  BOOKING,
  LOST_THINGS,
  GROUPS,
  WHEELCHAIRS,
  TOILETS,
  PARKING,
  CLOAKROOM,
  /** Of the sky, not of a venue: no card holds it. */
  WEATHER
}
