package org.kepu.assistant.web.account;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes a token that cannot even be decoded for a wrong one, not for a failure of the service. */
final class ForgivingCsrfTokens implements ServerCsrfTokenRequestHandler {

  private final XorServerCsrfTokenRequestAttributeHandler masked =
      new XorServerCsrfTokenRequestAttributeHandler();

  @Override
  public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
    masked.handle(exchange, token);
  }

  @Override
  public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
    return masked
        .resolveCsrfTokenValue(exchange, token)
        .onErrorResume(IllegalArgumentException.class, undecodable -> Mono.empty());
  }
}
