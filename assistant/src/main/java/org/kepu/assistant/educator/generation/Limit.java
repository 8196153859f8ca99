package org.kepu.assistant.educator.generation;

import java.util.Locale;

/** Why models are not asked for the rest of a set, which the rules make then. */
public enum Limit {
  /** The time that models have for one set is over. */
  TIME,
  /** The account has used its share of the day's tokens. */
  ACCOUNT,
  /** All accounts together have used the studio's share of the day's tokens. */
  STUDIO,
  /** The day's tokens are used, by whomever. */
  DAY;

  /** The name in JSON. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
