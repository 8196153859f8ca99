package org.kepu.assistant.security;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Who did what to the service, in a chain: each entry holds the hash of the one before, so that one
 * that was changed or taken out from between others is found. It holds no address and no text of a
 * visitor. Safe for use by several threads and processes.
 */
public interface SecurityLog {

  /** What can be done. */
  enum Act {
    SERVICE_STARTED,
    SERVICE_STOPPED,
    TEXTS_DELETED,
    CONVERSATION_FORGOTTEN,
    ENTRIES_DELETED;

    /** The name in the log. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Adds an entry.
   *
   * @param detail what it was done to, up to 500 characters; empty if there is nothing to say
   */
  void append(Act act, String detail);

  /**
   * The first entry that is not what it was when it was written, counted from the oldest, from 1.
   */
  Optional<Integer> firstBroken();

  /**
   * Deletes the entries before {@code before}, and says so in an entry; the chain of the others
   * holds.
   *
   * @return how many were deleted
   */
  int deleteBefore(Instant before);
}
