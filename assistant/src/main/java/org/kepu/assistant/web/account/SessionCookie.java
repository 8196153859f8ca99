package org.kepu.assistant.web.account;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * A secret in a browser. No script can read it, it goes over https alone where the page came so,
 * and pages of other sites send it with nothing but a link.
 */
final class SessionCookie {

  private final String name;

  SessionCookie(String name) {
    this.name = name;
  }

  Optional<String> read(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(name))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /**
   * @param lasts how long the browser keeps it; negative: until it is closed
   */
  void set(ServerWebExchange exchange, String secret, Duration lasts) {
    write(exchange, secret, lasts);
  }

  void clear(ServerWebExchange exchange) {
    write(exchange, "", Duration.ZERO);
  }

  private void write(ServerWebExchange exchange, String value, Duration lasts) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .sameSite("Lax")
                .maxAge(lasts)
                .build());
  }
}
