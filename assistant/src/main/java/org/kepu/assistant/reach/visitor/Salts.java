package org.kepu.assistant.reach.visitor;

import java.time.LocalDate;

/**
 * Secrets that last a day. All nodes get the same for the same day; once destroyed, a salt cannot
 * be had again. Safe for use by several threads.
 */
public interface Salts {

  /** What a salt is for; keys of one purpose tell nothing about those of another. */
  enum Purpose {
    VISITOR,
    TEXT,
    SITE_TOKEN
  }

  /** The salt of a day: 32 random bytes, made when it is asked for first. */
  byte[] of(Purpose purpose, LocalDate day);

  /** Destroys the salts of all days before {@code day}. */
  void destroyBefore(Purpose purpose, LocalDate day);
}
