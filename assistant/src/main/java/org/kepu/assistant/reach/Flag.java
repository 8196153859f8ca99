package org.kepu.assistant.reach;

import java.util.Locale;

/** What sets a record apart from others when it is counted. */
public enum Flag {
  /** Made by a service that is being tried out. */
  TEST,
  /** Made by a program. */
  BOT,
  /** Made by the academy's own people. */
  STAFF,
  ABUSE,
  /** Made while a terminal had no network. */
  OFFLINE,
  /** The visitor is counted by the activity they take part in already. */
  COVERED_BY_ACTIVITY;

  /** The name on the wire and in the log. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The flag of that code. */
  public static Flag of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether a record that has this flag is left out of what is reported. */
  public boolean invalidates() {
    return this == TEST || this == BOT || this == STAFF;
  }
}
