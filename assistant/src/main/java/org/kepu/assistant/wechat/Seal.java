package org.kepu.assistant.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.wechat.ForgedMessageException.Reason;

/**
 * Tells WeChat's requests from others', opens the encrypted ones and closes what goes back.
 *
 * <p>A signature of a plain message covers its time and number but not its text, so a number may
 * come again only with the same text, as when WeChat repeats a message.
 */
public final class Seal {

  /** How far WeChat's clock and ours may be apart, the way included. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private static final int NUMBERS_REMEMBERED = 100_000;

  private final WechatSettings settings;
  private final @Nullable WxCryptUtil crypt;
  private final InstantSource clock;
  private final Cache<String, String> numbers =
      Caffeine.newBuilder()
          .maximumSize(NUMBERS_REMEMBERED)
          .expireAfterWrite(FRESH.multipliedBy(3))
          .build();

  public Seal(WechatSettings settings, InstantSource clock) {
    this.settings = settings;
    this.crypt =
        settings.encrypts()
            // WeChat leaves out the mark that ends its Base64.
            ? new WxCryptUtil(settings.token(), settings.aesKey() + "=", settings.appId())
            : null;
    this.clock = clock;
  }

  /**
   * Checks a request that brings no message, as when the account is set up.
   *
   * @throws ForgedMessageException if WeChat did not send it
   */
  public void check(Stamp stamp) {
    inTime(stamp);
    signed(stamp.signature(), settings.token(), stamp.timestamp(), stamp.nonce());
  }

  /**
   * The message in a request's body.
   *
   * @throws ForgedMessageException if WeChat did not send it
   * @throws UnreadableMessageException if it is none
   */
  public Incoming open(Stamp stamp, String body) {
    if (crypt == null) {
      check(stamp);
      onlyOnce(stamp, body);
      return Incoming.of(body);
    }
    if (stamp.messageSignature() == null) {
      throw new ForgedMessageException(Reason.PLAIN);
    }
    inTime(stamp);
    String encrypted = Elements.of(body).getOrDefault("Encrypt", "");
    signed(stamp.messageSignature(), settings.token(), stamp.timestamp(), stamp.nonce(), encrypted);
    onlyOnce(stamp, encrypted);
    return Incoming.of(decrypted(crypt, encrypted));
  }

  /** A reply as WeChat wants it from this account: encrypted if its messages are. */
  public String close(String reply) {
    return crypt == null ? reply : crypt.encrypt(reply);
  }

  /** In whose seconds a reply is dated. */
  public Instant now() {
    return clock.instant();
  }

  private void inTime(Stamp stamp) {
    Instant now = clock.instant();
    if (!stamp.timestamp().matches("\\d{1,12}")) {
      throw new ForgedMessageException(Reason.SIGNATURE);
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(stamp.timestamp()));
    if (Duration.between(sent, now).abs().compareTo(FRESH) > 0) {
      throw new ForgedMessageException(Reason.TIME);
    }
  }

  private static void signed(String signature, String... parts) {
    if (Stream.of(parts).anyMatch(String::isEmpty)
        || !MessageDigest.isEqual(SHA1.gen(parts).getBytes(UTF_8), signature.getBytes(UTF_8))) {
      throw new ForgedMessageException(Reason.SIGNATURE);
    }
  }

  private void onlyOnce(Stamp stamp, String message) {
    String hash = hash(message);
    String first = numbers.get(stamp.timestamp() + " " + stamp.nonce(), number -> hash);
    if (!hash.equals(first)) {
      throw new ForgedMessageException(Reason.REPLAYED);
    }
  }

  private static String decrypted(WxCryptUtil crypt, String encrypted) {
    try {
      return crypt.decrypt(encrypted);
    } catch (WxRuntimeException e) {
      throw new UnreadableMessageException(
          "A message is encrypted with the account's EncodingAESKey (kepu.wechat.aes-key)");
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
