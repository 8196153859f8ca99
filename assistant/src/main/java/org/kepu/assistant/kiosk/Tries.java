package org.kepu.assistant.kiosk;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How often somebody may try a code: few times a minute from one address. */
final class Tries {

  static final int A_MINUTE = 5;

  private static final int ADDRESSES_REMEMBERED = 10_000;

  private final LoadingCache<String, Bucket> buckets;

  Tries(TimeMeter time) {
    Ticker ticker = time::currentTimeNanos;
    buckets =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_REMEMBERED)
            .ticker(ticker)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(address -> bucket(A_MINUTE, time));
  }

  /** So many tries a minute. */
  static Bucket bucket(int most, TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(most).refillIntervally(most, Duration.ofMinutes(1)))
        .build();
  }

  /** Counts a try, and says whether it may be made. */
  boolean mayTry(String address) {
    return buckets.get(address).tryConsume(1);
  }
}
