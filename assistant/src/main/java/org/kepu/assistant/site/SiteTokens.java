package org.kepu.assistant.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of a site's pages: who, from where, until when, and a signature (HMAC-SHA256) over it. The
 * key is one of the day the token was made, so that a key that leaks is of no use for long.
 */
public final class SiteTokens {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int MOST_CHARACTERS = 1_000;

  private final Function<LocalDate, byte[]> keys;
  private final Duration lasts;
  private final InstantSource clock;

  /**
   * @param keys the secret of a day in UTC, the same at all nodes, for today and yesterday
   * @param lasts how long a token is good for, up to a day
   */
  public SiteTokens(Function<LocalDate, byte[]> keys, Duration lasts, InstantSource clock) {
    this.keys = keys;
    this.lasts = lasts;
    this.clock = clock;
  }

  /** What a token is worth. */
  public enum Verdict {
    GOOD,
    /** It was good; another can be had. */
    EXPIRED,
    /** It was made for another origin, or not by us. */
    WRONG
  }

  Sites.Token issue(String site, String origin) {
    Instant made = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    String claims = "%s %s %d".formatted(site, origin, made.getEpochSecond());
    String value = text(claims.getBytes(UTF_8)) + "." + text(signature(claims, made));
    return new Sites.Token(value, made.plus(lasts));
  }

  Verdict check(String token, String origin) {
    String[] parts = token.length() > MOST_CHARACTERS ? new String[0] : token.split("\\.", -1);
    if (parts.length != 2) {
      return Verdict.WRONG;
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
      String[] fields = claims.split(" ", -1);
      Instant made = Instant.ofEpochSecond(Long.parseLong(fields[fields.length - 1]));
      Instant now = clock.instant();
      // Too old for its key to be there, or of a clock ahead of ours by more than clocks may be.
      if (made.isBefore(now.minus(Duration.ofDays(1))) || made.isAfter(now.plusSeconds(300))) {
        return made.isBefore(now) ? Verdict.EXPIRED : Verdict.WRONG;
      }
      if (!MessageDigest.isEqual(signature(claims, made), Base64.getUrlDecoder().decode(parts[1]))
          || fields.length != 3
          || !fields[1].equals(origin)) {
        return Verdict.WRONG;
      }
      return now.isBefore(made.plus(lasts)) ? Verdict.GOOD : Verdict.EXPIRED;
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Verdict.WRONG;
    }
  }

  private byte[] signature(String claims, Instant made) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keys.apply(LocalDate.ofInstant(made, ZoneOffset.UTC)), ALGORITHM));
      return mac.doFinal(claims.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  private static String text(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }
}
