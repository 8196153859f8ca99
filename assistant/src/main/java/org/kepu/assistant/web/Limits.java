package org.kepu.assistant.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import org.kepu.assistant.chat.ChatSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns away what is too big and who asks too often, before anything is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class Limits implements WebFilter {

  /** The largest body, in KiB; {@code spring.http.codecs.max-in-memory-size} says the same. */
  static final int MAX_BODY_KIB = 16;

  /** The same where a client sends the whole conversation again with every question. */
  public static final int MAX_CONVERSATION_KIB = 256;

  /** The same of a table that a unit hands in. */
  public static final int MAX_TABLE_KIB = 4 * 1024;

  /** The same of a file that proves what a table says. */
  public static final int MAX_EVIDENCE_KIB = 8 * 1024;

  private static final List<String> ASKED_AT = List.of("/api/", "/v1/", "/mcp");

  private static final int ADDRESSES_REMEMBERED = 100_000;

  private final LoadingCache<String, Bucket> buckets;
  private final Visitors visitors;

  Limits(ChatSettings settings, Visitors visitors) {
    this.visitors = visitors;
    int rate = settings.questionsPerMinute();
    buckets =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(
                address ->
                    Bucket.builder()
                        .addLimit(
                            limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofMinutes(1)))
                        .build());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().value();
    int most = most(path);
    if (request.getHeaders().getContentLength() > most * 1024L) {
      return Mono.error(tooLarge(most));
    }
    if (request.getMethod().equals(HttpMethod.POST)
        && ASKED_AT.stream().anyMatch(path::startsWith)) {
      ConsumptionProbe probe =
          buckets.get(visitors.passing(exchange)).tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return Mono.error(new ApiException(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", seconds));
      }
    }
    return chain.filter(exchange);
  }

  private static int most(String path) {
    if (path.equals("/api/v1/admin/ledgers")) {
      return MAX_TABLE_KIB;
    }
    if (path.equals("/api/v1/admin/ledgers/evidence")) {
      return MAX_EVIDENCE_KIB;
    }
    return path.startsWith("/v1/") ? MAX_CONVERSATION_KIB : MAX_BODY_KIB;
  }

  /**
   * What is told of a body that is too large.
   *
   * @param most in KiB
   */
  public static ApiException tooLarge(int most) {
    return new ApiException(HttpStatus.CONTENT_TOO_LARGE, "body_too_large", most);
  }
}
