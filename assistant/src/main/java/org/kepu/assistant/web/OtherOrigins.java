package org.kepu.assistant.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.kepu.assistant.site.SiteTokens;
import org.kepu.assistant.site.Sites;
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
import reactor.core.scheduler.Scheduler;

/**
 * Lets pages of other origins ask that are of a registered site and show its token, and no others.
 * What comes without an origin does not come from a page, and our own pages need no token.
 *
 * <p>A refusal may be read by the page it goes to: it holds nothing but how to register.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class OtherOrigins implements WebFilter {

  static final String TOKEN = "X-Kepu-Site-Token";
  static final String DEVICE_TOKEN = "X-Kepu-Device-Token";

  private static final String ASKED = "/api/v1/";
  private static final String ENTRANCE = "/api/v1/config";

  /** The script, its pictures and those of answers: anybody may show them. */
  private static final List<String> SHOWN = List.of("/widget/", "/media/");

  /** Where our own pages alone have business. */
  private static final List<String> OURS =
      List.of(
          "/api/v1/admin/",
          "/api/v1/educator/",
          "/api/v1/account",
          "/api/v1/kiosk/",
          "/api/v1/taken");

  private final Sites sites;
  private final Scheduler blocking;

  OtherOrigins(Sites sites, Scheduler blocking) {
    this.sites = sites;
    this.blocking = blocking;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (SHOWN.stream().anyMatch(path::startsWith)) {
      exchange.getResponse().getHeaders().setAccessControlAllowOrigin("*");
      return chain.filter(exchange);
    }
    Optional<String> origin =
        otherOrigin(exchange.getRequest()).filter(o -> path.startsWith(ASKED));
    return origin.isEmpty() ? chain.filter(exchange) : cross(exchange, chain, path, origin.get());
  }

  private Mono<Void> cross(
      ServerWebExchange exchange, WebFilterChain chain, String path, String origin) {
    if (OURS.stream().anyMatch(path::startsWith)) {
      return Mono.error(unknown(origin));
    }
    HttpHeaders answered = exchange.getResponse().getHeaders();
    answered.setAccessControlAllowOrigin(origin);
    answered.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    answered.setAccessControlExposeHeaders(List.of(HttpHeaders.RETRY_AFTER));
    if (isPreflight(exchange.getRequest())) {
      return preflight(exchange, origin);
    }
    if (path.equals(ENTRANCE)) {
      return chain.filter(exchange);
    }
    String token = header(exchange.getRequest(), TOKEN);
    return Mono.fromCallable(() -> sites.check(token, origin))
        .subscribeOn(blocking)
        .flatMap(
            verdict ->
                verdict == SiteTokens.Verdict.GOOD
                    ? chain.filter(exchange)
                    : Mono.error(refusal(verdict, token, origin)));
  }

  /** A browser asks whether the page may ask. An app's page shows who it is only afterwards. */
  private Mono<Void> preflight(ServerWebExchange exchange, String origin) {
    if (!sites.knows(origin) && !sites.letsAppsIn()) {
      return Mono.error(unknown(origin));
    }
    HttpHeaders answered = exchange.getResponse().getHeaders();
    answered.setAccessControlAllowMethods(
        List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE));
    answered.setAccessControlAllowHeaders(
        List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            TOKEN,
            DEVICE_TOKEN));
    answered.setAccessControlMaxAge(600);
    exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
    return exchange.getResponse().setComplete();
  }

  private ApiException refusal(SiteTokens.Verdict verdict, String token, String origin) {
    if (verdict == SiteTokens.Verdict.EXPIRED) {
      return new ApiException(HttpStatus.FORBIDDEN, "site_token_expired");
    }
    return token.isEmpty() && sites.knows(origin)
        ? new ApiException(HttpStatus.FORBIDDEN, "site_token_missing")
        : unknown(origin);
  }

  static ApiException unknown(String origin) {
    return new ApiException(HttpStatus.FORBIDDEN, "origin_not_registered", shown(origin));
  }

  /** What stands in a message: no more of a header than an origin is long. */
  private static String shown(String origin) {
    return origin.substring(0, Math.min(origin.length(), 100));
  }

  static String header(ServerHttpRequest request, String name) {
    String value = request.getHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /** The origin of the page that sends a request, empty if it is ours or there is none. */
  static Optional<String> otherOrigin(ServerHttpRequest request) {
    String origin = header(request, HttpHeaders.ORIGIN);
    return origin.isEmpty() || isReachedAt(request, authority(origin))
        ? Optional.empty()
        : Optional.of(origin);
  }

  /** By the name that the browser used, also where a proxy stands between. A page cannot set it. */
  private static boolean isReachedAt(ServerHttpRequest request, String authority) {
    return authority.equalsIgnoreCase(header(request, HttpHeaders.HOST))
        || authority.equalsIgnoreCase(header(request, "X-Forwarded-Host"));
  }

  /** Nobody's, where the origin makes no sense. */
  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority == null ? "?" : authority;
    } catch (IllegalArgumentException e) {
      return "?";
    }
  }

  private static boolean isPreflight(ServerHttpRequest request) {
    return request.getMethod().equals(HttpMethod.OPTIONS)
        && request.getHeaders().getAccessControlRequestMethod() != null;
  }
}
