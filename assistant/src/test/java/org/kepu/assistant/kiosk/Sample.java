package org.kepu.assistant.kiosk;

import java.time.LocalTime;
import java.util.TreeSet;
import org.kepu.assistant.answer.Audience;

/** Terminals to try things with. */
public final class Sample {

  private Sample() {}

  /** A terminal of milu's first hall that is open from 9 to 17 every day. */
  public static Configuration configuration(String name) {
    return configuration(name, 9, 17);
  }

  public static Configuration configuration(String name, int opens, int closes) {
    return new Configuration(
        name,
        "milu",
        "hall-1",
        "milu-01",
        new Hours(
            LocalTime.of(opens, 0), LocalTime.of(closes, 0), new TreeSet<>(), new TreeSet<>()),
        Audience.GENERAL,
        false,
        false);
  }
}
