package org.kepu.assistant.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * The registered terminals. Codes and tokens are kept as hashes. Safe for use by several threads
 * and processes.
 */
public interface Terminals {

  /** All, ordered by id. */
  List<Terminal> all();

  Optional<Terminal> find(String id);

  /** The terminal whose token has this hash. */
  Optional<Terminal> holding(String tokenHash);

  /** Registers a terminal with its first version; false if the id is taken. */
  boolean add(String id, Version first);

  /**
   * Sets a terminal otherwise.
   *
   * @return the new version's number, empty if there is no such terminal
   */
  OptionalInt change(String id, Configuration configuration, String by, Instant now);

  /** Everything it was set to, the newest first. */
  List<Version> versions(String id);

  /** Lets a code pair the terminal until {@code expires}; one that waited before is void. */
  boolean offer(String id, String codeHash, Instant expires);

  /** The codes that wait to be used. */
  List<Offer> offers(Instant now);

  /**
   * Uses a code up: from now on the token with this hash is the terminal's, and no other.
   *
   * @return false if the code is no longer good
   */
  boolean pair(Offer offer, String tokenHash, Instant now);

  /** Takes a terminal's token and its waiting code away; false if there is no such terminal. */
  boolean revoke(String id);

  /**
   * Keeps a sign of life.
   *
   * @param applied the version it is set to
   */
  void beat(String id, int applied, Instant now);

  /** The minutes in which a terminal gave a sign of life, from the interaction log. */
  SortedSet<Instant> minutes(String id, Instant from, Instant to);

  /**
   * A code that waits.
   *
   * @param terminal the id of the terminal it pairs
   */
  record Offer(String terminal, String codeHash) {}
}
