package org.kepu.assistant.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.SecurityLog.Act;

/**
 * How somebody becomes the holder of a session, and stops being it. Everything is accounted for.
 */
public final class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecurityLog log;
  private final AccountSettings settings;
  private final InstantSource clock;

  public SignIn(
      Accounts accounts,
      Passwords passwords,
      SecurityLog log,
      AccountSettings settings,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of a try. */
  public sealed interface Result {
    /** The session's secret is for its holder alone. */
    record Open(Account account, String session) implements Result {}

    /** Name or password are wrong; which of them is not said. */
    record Wrong() implements Result {}

    /** Too many were wrong. */
    record Locked(Instant until) implements Result {}
  }

  /** With a name and a password. */
  public Result withPassword(String writtenName, String password) {
    String name = AccountName.of(writtenName).orElse("");
    Instant now = clock.instant();
    Instant lockedUntil = accounts.lockedUntil(name);
    if (now.isBefore(lockedUntil)) {
      return new Result.Locked(lockedUntil);
    }
    Optional<Account> account = accounts.named(name).filter(Account::active);
    String hash = account.flatMap(known -> accounts.passwordHash(known.id())).orElse(null);
    if (!passwords.matches(password, hash) || account.isEmpty()) {
      return failed(name, now);
    }
    accounts.succeeded(name);
    return open(account.get(), "password");
  }

  private Result failed(String name, Instant now) {
    Instant until = now.plus(settings.lock());
    boolean locked = accounts.failed(name, settings.tries(), now, until);
    // Somebody may have typed a password for a name: what is nobody's name is not kept.
    log.append(
        locked ? Act.ACCOUNT_LOCKED : Act.SIGN_IN_FAILED,
        accounts.named(name).map(Account::name).orElse("unknown"));
    return locked ? new Result.Locked(until) : new Result.Wrong();
  }

  /** Somebody whom an OIDC provider vouches for; only whom we know is let in. */
  public Optional<Result.Open> vouchedFor(String providersName) {
    Optional<Account> account =
        AccountName.of(providersName).flatMap(accounts::named).filter(Account::active);
    if (account.isEmpty()) {
      log.append(Act.SIGN_IN_FAILED, "unknown to us, known to the OIDC provider");
    }
    return account.map(known -> open(known, "oidc"));
  }

  private Result.Open open(Account account, String how) {
    String session = Secret.random();
    accounts.open(account.id(), session, clock.instant());
    log.append(Act.SIGNED_IN, account.name() + " by " + how);
    return new Result.Open(account, session);
  }

  /** The account of a session, empty if it is over. */
  public Optional<Account> ofSession(String session) {
    Instant now = clock.instant();
    return accounts.ofSession(
        session, now, now.minus(settings.idle()), now.minus(settings.longest()));
  }

  /** Ends a session. */
  public void out(Account account, String session) {
    accounts.end(session);
    log.append(Act.SIGNED_OUT, account.name());
  }

  /**
   * A link to set up the first account, if there is none yet.
   *
   * @return the link's secret
   */
  public Optional<String> setUpLink() {
    if (!accounts.none()) {
      return Optional.empty();
    }
    String link = Secret.random();
    accounts.addSetUpLink(link, clock.instant().plus(settings.setUpLink()));
    log.append(Act.SET_UP_LINK_PRINTED, "");
    return Optional.of(link);
  }

  /**
   * Sets the first account up, an administrator for everything.
   *
   * @return empty if the link is used up, too old or wrong
   */
  public Optional<Result.Open> setUp(String link, String name, String password) {
    Account first =
        new Account(
            UUID.randomUUID(),
            name,
            name,
            Set.of(Role.ADMIN),
            new TreeSet<>(),
            true,
            clock.instant());
    if (!accounts.addFirst(first, passwords.hash(password), link, clock.instant())) {
      log.append(Act.SIGN_IN_FAILED, "a set-up link that is not valid");
      return Optional.empty();
    }
    log.append(Act.ACCOUNT_CREATED, name + " by the set-up link, roles admin, venues all");
    return Optional.of(open(first, "the set-up link"));
  }

  /**
   * Sets a password by a link.
   *
   * @return empty if the link is used up, too old or wrong
   */
  public Optional<Result.Open> byLink(String link, String password) {
    Optional<Account> account =
        accounts.usePasswordLink(link, passwords.hash(password), clock.instant());
    if (account.isEmpty()) {
      log.append(Act.SIGN_IN_FAILED, "a password link that is not valid");
      return Optional.empty();
    }
    log.append(Act.PASSWORD_CHANGED, account.get().name() + " by a link");
    accounts.succeeded(account.get().name());
    return account.map(known -> open(known, "a password link"));
  }

  /**
   * Changes one's own password, which ends all sessions and opens another.
   *
   * @return the new session, or why not
   */
  public Result changePassword(Account account, String current, String changed) {
    Instant now = clock.instant();
    Instant lockedUntil = accounts.lockedUntil(account.name());
    if (now.isBefore(lockedUntil)) {
      return new Result.Locked(lockedUntil);
    }
    if (!passwords.matches(current, accounts.passwordHash(account.id()).orElse(null))) {
      return failed(account.name(), now);
    }
    accounts.setPassword(account.id(), passwords.hash(changed));
    accounts.succeeded(account.name());
    log.append(Act.PASSWORD_CHANGED, account.name());
    return open(account, "a new password");
  }

  /** A link that lets somebody set the password of their account. */
  public String passwordLink(Account account, Account by) {
    String link = Secret.random();
    accounts.addPasswordLink(account.id(), link, clock.instant().plus(settings.passwordLink()));
    log.append(Act.PASSWORD_LINK_MADE, account.name() + " by " + by.name());
    return link;
  }

  /** Forgets what is over. */
  public void forget() {
    Instant now = clock.instant();
    accounts.forget(now.minus(settings.longest()), now);
  }
}
