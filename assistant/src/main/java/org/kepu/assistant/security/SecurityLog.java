package org.kepu.assistant.security;

import java.time.Instant;
import java.util.List;
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
    ENTRIES_DELETED,
    SET_UP_LINK_PRINTED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    PASSWORD_LINK_MADE,
    PASSWORD_CHANGED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    ACCOUNT_LOCKED,
    SIGNED_OUT,
    TERMINAL_REGISTERED,
    TERMINAL_CHANGED,
    PAIRING_CODE_MADE,
    TERMINAL_PAIRED,
    PAIRING_FAILED,
    TERMINAL_REVOKED,
    /** Somebody who is signed in changed something: who, and by which call. */
    ADMINISTERED,
    /** Somebody who is signed in tried what they may not. */
    REFUSED;

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
   * The newest entries.
   *
   * @param before only entries with a lower number; {@link Long#MAX_VALUE}: from the newest on
   * @param most how many
   */
  List<Entry> newest(long before, int most);

  /**
   * An entry.
   *
   * @param number higher than that of every entry before
   */
  record Entry(long number, Instant at, String act, String detail) {}

  /**
   * Deletes the entries before {@code before}, and says so in an entry; the chain of the others
   * holds.
   *
   * @return how many were deleted
   */
  int deleteBefore(Instant before);
}
