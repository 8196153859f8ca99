package org.kepu.assistant.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The accounts, and all that opens them: passwords, sessions, links. Secrets are handed in and kept
 * as hashes. Every change of a password, a role, a venue or the activity of an account ends its
 * sessions in the same transaction. Safe for use by several threads and processes.
 */
public interface Accounts {

  /** All, by name. */
  List<Account> all();

  Optional<Account> find(UUID id);

  /** The account of a name as {@link AccountName#of} writes it. */
  Optional<Account> named(String name);

  /**
   * Adds an account without a password: a link or an OIDC provider opens it.
   *
   * @return false if the name is taken
   */
  boolean add(Account account);

  /**
   * The first account, with its password; every set-up link is used up.
   *
   * @param link a set-up link's secret
   * @return false if the link is not valid, or there is an account already; then nothing changed
   */
  boolean addFirst(Account account, String passwordHash, String link, Instant now);

  /**
   * Changes what an account may do.
   *
   * @return what came of it
   */
  Change change(UUID id, String displayName, Set<Role> roles, Set<String> venues, boolean active);

  /** What came of a change. */
  enum Change {
    CHANGED,
    UNKNOWN,
    /** Nobody could manage accounts any more; nothing changed. */
    LAST_ADMIN
  }

  /** What is kept of an account's password, empty if it has none. */
  Optional<String> passwordHash(UUID id);

  /** Sets a password and takes all links to the account back. */
  void setPassword(UUID id, String passwordHash);

  /** Whether nobody can sign in yet. */
  boolean none();

  /** Keeps a link that sets up the first account. */
  void addSetUpLink(String link, Instant expires);

  /** Keeps a link that sets an account's password, in place of the one before. */
  void addPasswordLink(UUID id, String link, Instant expires);

  /** Uses a password link up; empty if it is not valid. */
  Optional<Account> usePasswordLink(String link, String passwordHash, Instant now);

  /** Opens a session. */
  void open(UUID id, String session, Instant now);

  /**
   * The account of a session and notes that it was used.
   *
   * @param usedSince the session was used at or after this
   * @param openedSince the session was opened at or after this
   * @return empty if it is over, unknown, or its account may not sign in
   */
  Optional<Account> ofSession(String session, Instant now, Instant usedSince, Instant openedSince);

  /** Ends one session. */
  void end(String session);

  /** Ends all sessions of an account. */
  void endAll(UUID id);

  /** Forgets sessions, links and failures that are over. */
  void forget(Instant sessionsUsedBefore, Instant now);

  /**
   * Until when a name is locked; the past where it is not. A name need not be an account's: whether
   * it is one must not be told.
   */
  Instant lockedUntil(String name);

  /**
   * Notes that a password was wrong.
   *
   * @param most how many failures in a row lock the name
   * @param until how long
   * @return whether this locked it
   */
  boolean failed(String name, int most, Instant now, Instant until);

  /** Forgets the failures of a name. */
  void succeeded(String name);
}
