package org.kepu.assistant.reach.figures;

import java.util.Locale;

/** What figures are divided by. */
public enum Dimension {
  DAY,
  HOUR,
  CHANNEL,
  VENUE,
  HALL,
  ACTIVITY,
  PROGRAMME,
  REGION,
  TOPIC,
  AUDIENCE,
  OUTCOME;

  /** The name on the wire, and of the column. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
