package org.kepu.assistant.web;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers to run our own scripts only, and to guess nothing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders implements WebFilter {

  /**
   * Styles may be inline: components carry theirs as style elements where sheets cannot be shared.
   */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
          + "object-src 'none'; base-uri 'none'; form-action 'self'";

  /** Pages of those who are signed in: nobody may lay them under a page of their own. */
  private static final List<String> NEVER_FRAMED = List.of("/admin", "/educator");

  /**
   * What is told there is for those who are signed in, and for nobody who uses the browser later.
   */
  private static final List<String> NEVER_KEPT =
      List.of("/api/v1/admin/", "/api/v1/educator/", "/api/v1/account");

  private static final String KIOSK_WORKER = "/kiosk/worker.js";

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    String path = exchange.getRequest().getPath().value();
    headers.set(
        "Content-Security-Policy",
        NEVER_FRAMED.stream().anyMatch(path::startsWith)
            ? POLICY + "; frame-ancestors 'none'"
            : POLICY);
    if (NEVER_KEPT.stream().anyMatch(path::startsWith)) {
      headers.setCacheControl("no-store");
    }
    if (path.equals(KIOSK_WORKER)) {
      // It keeps the page at /kiosk, which lies above its own folder.
      headers.set("Service-Worker-Allowed", "/kiosk");
      headers.setCacheControl("no-cache");
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    return chain.filter(exchange);
  }
}
