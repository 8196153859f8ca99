package org.kepu.assistant.kiosk;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.account.Secret;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.SecurityLog.Act;

/**
 * Registers terminals, sets and pairs them, and writes down who did so.
 *
 * <p>A pairing code has so few digits that its hash alone would be found by trying all; it is
 * therefore kept as passwords are, and few may be tried a minute, from one address and from all.
 */
public final class TerminalKeeper {

  /** How long a pairing code is good for. */
  public static final Duration CODE_LASTS = Duration.ofMinutes(10);

  static final int CODE_DIGITS = 8;

  /** From all addresses together, so that many do not try what one may not. */
  static final int TRIES_A_MINUTE_OF_ALL = 60;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Terminals terminals;
  private final Passwords passwords;
  private final SecurityLog log;
  private final InstantSource clock;
  private final Tries tries;
  private final Bucket triesOfAll;

  public TerminalKeeper(
      Terminals terminals, Passwords passwords, SecurityLog log, InstantSource clock) {
    this(terminals, passwords, log, clock, TimeMeter.SYSTEM_NANOTIME);
  }

  TerminalKeeper(
      Terminals terminals,
      Passwords passwords,
      SecurityLog log,
      InstantSource clock,
      TimeMeter time) {
    this.terminals = terminals;
    this.passwords = passwords;
    this.log = log;
    this.clock = clock;
    tries = new Tries(time);
    triesOfAll = Tries.bucket(TRIES_A_MINUTE_OF_ALL, time);
  }

  public List<Terminal> all() {
    return terminals.all();
  }

  public Optional<Terminal> find(String id) {
    return terminals.find(id);
  }

  public List<Version> versions(String id) {
    return terminals.versions(id);
  }

  /**
   * Registers a terminal.
   *
   * @param by the account that does
   * @return false if the id is taken
   */
  public boolean register(String id, Configuration configuration, String by) {
    if (!terminals.add(id, new Version(1, configuration, by, clock.instant()))) {
      return false;
    }
    log.append(Act.TERMINAL_REGISTERED, "%s by %s".formatted(id, by));
    return true;
  }

  /**
   * Sets a terminal otherwise; it follows once nobody is before it.
   *
   * @return the new version's number, empty if there is no such terminal
   */
  public OptionalInt change(String id, Configuration configuration, String by) {
    OptionalInt version = terminals.change(id, configuration, by, clock.instant());
    version.ifPresent(
        number ->
            log.append(Act.TERMINAL_CHANGED, "%s by %s, version %d".formatted(id, by, number)));
    return version;
  }

  /**
   * Sets a terminal as it was in an earlier version, as a new one: what was shown when stays known.
   *
   * @return the new version's number, empty if there is no such terminal or version
   */
  public OptionalInt rollBack(String id, int number, String by) {
    Optional<Version> earlier =
        terminals.versions(id).stream().filter(version -> version.number() == number).findFirst();
    if (earlier.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt version = terminals.change(id, earlier.get().configuration(), by, clock.instant());
    version.ifPresent(
        now ->
            log.append(
                Act.TERMINAL_CHANGED,
                "%s by %s, version %d, back to %d".formatted(id, by, now, number)));
    return version;
  }

  /** Makes a code that pairs the terminal once, empty if there is no such terminal. */
  public Optional<Code> offer(String id, String by) {
    String digits =
        RANDOM
            .ints(CODE_DIGITS, 0, 10)
            .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
            .toString();
    Instant expires = clock.instant().plus(CODE_LASTS);
    if (!terminals.offer(id, passwords.hash(digits), expires)) {
      return Optional.empty();
    }
    log.append(Act.PAIRING_CODE_MADE, "%s by %s".formatted(id, by));
    return Optional.of(new Code(digits, expires));
  }

  /** Exchanges a code for the terminal's own token. */
  public Pairing pair(String digits, String address) {
    if (!tries.mayTry(address) || !triesOfAll.tryConsume(1)) {
      return new Pairing.TooOften();
    }
    Instant now = clock.instant();
    for (Terminals.Offer offer : terminals.offers(now)) {
      if (passwords.matches(digits, offer.codeHash())) {
        String token = Secret.random();
        if (terminals.pair(offer, Secret.hash(token), now)) {
          log.append(Act.TERMINAL_PAIRED, offer.terminal());
          return new Pairing.Paired(terminals.find(offer.terminal()).orElseThrow(), token);
        }
      }
    }
    log.append(Act.PAIRING_FAILED, "");
    return new Pairing.Wrong();
  }

  /** Takes a terminal's token away; false if there is no such terminal. */
  public boolean revoke(String id, String by) {
    if (!terminals.revoke(id)) {
      return false;
    }
    log.append(Act.TERMINAL_REVOKED, "%s by %s".formatted(id, by));
    return true;
  }

  /** The terminal that holds a token. */
  public Optional<Terminal> holding(String token) {
    return token.isEmpty() ? Optional.empty() : terminals.holding(Secret.hash(token));
  }

  /** Keeps a sign of life. */
  public void beat(Terminal terminal, int applied) {
    terminals.beat(terminal.id(), applied, clock.instant());
  }

  /**
   * How much of its hours a terminal was there, since {@code from} or since it was first paired.
   */
  public Availability availability(Terminal terminal, Instant from) {
    Instant now = clock.instant();
    Instant paired = terminal.firstPairedAt();
    if (paired == null) {
      return new Availability(0, 0);
    }
    Instant since = later(from, paired);
    return Availability.of(
        terminals.minutes(terminal.id(), since, now),
        terminals.versions(terminal.id()),
        since,
        now);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  /**
   * A pairing code, which is shown once.
   *
   * @param digits what is typed at the terminal
   */
  public record Code(String digits, Instant expiresAt) {

    /** Never shows the digits. */
    @Override
    public String toString() {
      return "Code[expiresAt=%s]".formatted(expiresAt);
    }
  }

  /** What came of trying a code. */
  public sealed interface Pairing {

    /**
     * It is paired.
     *
     * @param token what the terminal shows from now on
     */
    record Paired(Terminal terminal, String token) implements Pairing {

      /** Never shows the token. */
      @Override
      public String toString() {
        return "Paired[terminal=%s]".formatted(terminal.id());
      }
    }

    /** There is no such code, or no longer. */
    record Wrong() implements Pairing {}

    /** Too many codes were tried. */
    record TooOften() implements Pairing {}
  }
}
