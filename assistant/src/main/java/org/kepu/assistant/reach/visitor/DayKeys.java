package org.kepu.assistant.reach.visitor;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that tell visitors, and texts, of one day apart and nothing more: HMAC-SHA-256 with a salt
 * that is destroyed when its day is over, cut to 128 bits.
 */
public final class DayKeys {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  /** Texts are compared over seconds: their day turns while nobody asks, not at midnight. */
  private static final Duration TEXTS_DAY_BEGINS = Duration.ofHours(4);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 16;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Salts salts;
  private final InstantSource clock;

  public DayKeys(Salts salts, InstantSource clock) {
    this.salts = salts;
    this.clock = clock;
  }

  /**
   * The key of whoever visits today from an address with a browser. Of an IPv6 address its network
   * counts, since browsers change the rest.
   */
  public String visitor(InetAddress address, String browser) {
    byte[] from = address.getAddress();
    byte[] network =
        address instanceof Inet6Address ? Arrays.copyOf(from, IPV6_NETWORK_BYTES) : from;
    return key(
        salts.of(Salts.Purpose.VISITOR, visitorsDay(clock.instant())),
        network,
        browser.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of whoever writes today by another service, which names them itself. */
  public String visitor(String service, String name) {
    return key(
        salts.of(Salts.Purpose.VISITOR, visitorsDay(clock.instant())),
        service.getBytes(StandardCharsets.UTF_8),
        name.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of a text that is asked now. */
  public String text(String text) {
    String same = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    return key(
        salts.of(Salts.Purpose.TEXT, textsDay(clock.instant())),
        same.getBytes(StandardCharsets.UTF_8));
  }

  /** Destroys the salts of days that are over. */
  public void destroyOld() {
    Instant now = clock.instant();
    salts.destroyBefore(Salts.Purpose.VISITOR, visitorsDay(now));
    salts.destroyBefore(Salts.Purpose.TEXT, textsDay(now));
  }

  private static LocalDate visitorsDay(Instant at) {
    return LocalDate.ofInstant(at, ACADEMY);
  }

  private static LocalDate textsDay(Instant at) {
    return LocalDate.ofInstant(at.minus(TEXTS_DAY_BEGINS), ACADEMY);
  }

  private static String key(byte[] salt, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(salt, ALGORITHM));
      for (byte[] part : parts) {
        mac.update((byte) part.length);
        mac.update(part);
      }
      byte[] key = Arrays.copyOf(mac.doFinal(), KEY_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
