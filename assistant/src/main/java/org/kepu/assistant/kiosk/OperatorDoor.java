package org.kepu.assistant.kiosk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * Whether a code opens the way out of a terminal. Few tries a minute from one address: six digits
 * then take months to find.
 */
public final class OperatorDoor {

  static final int TRIES_A_MINUTE = 5;

  private static final int ADDRESSES_REMEMBERED = 10_000;

  private final KioskSettings settings;
  private final LoadingCache<String, Bucket> tries;

  public OperatorDoor(KioskSettings settings) {
    this(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  OperatorDoor(KioskSettings settings, TimeMeter time) {
    this.settings = settings;
    Ticker ticker = time::currentTimeNanos;
    tries =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_REMEMBERED)
            .ticker(ticker)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(
                address ->
                    Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(TRIES_A_MINUTE)
                                    .refillIntervally(TRIES_A_MINUTE, Duration.ofMinutes(1)))
                        .build());
  }

  /** Tries a code from an address. */
  public Verdict open(String code, String address) {
    if (settings.operatorCode().isEmpty()) {
      return Verdict.NO_CODE_SET;
    }
    if (!tries.get(address).tryConsume(1)) {
      return Verdict.TOO_OFTEN;
    }
    return MessageDigest.isEqual(bytes(code), bytes(settings.operatorCode()))
        ? Verdict.OPEN
        : Verdict.WRONG;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What came of a try. */
  public enum Verdict {
    OPEN,
    WRONG,
    NO_CODE_SET,
    TOO_OFTEN
  }
}
