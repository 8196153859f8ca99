package org.kepu.assistant.web.account;

import org.kepu.assistant.account.Account;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.SecurityLog.Act;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Accounts for every call of somebody signed in that may change something, before it is made: what
 * cannot be accounted for is not done.
 */
@Component
@Order(0)
final class AuditTrail implements WebFilter {

  private static final int MOST_OF_A_PATH = 300;

  private final SecurityLog log;
  private final Scheduler blocking;

  AuditTrail(SecurityLog log, Scheduler blocking) {
    this.log = log;
    this.blocking = blocking;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().value();
    boolean looksOnly =
        request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    if (looksOnly || !(path.startsWith("/api/v1/admin/") || path.startsWith("/api/v1/educator/"))) {
      return chain.filter(exchange);
    }
    return entered(Act.ADMINISTERED, request).then(Mono.defer(() -> chain.filter(exchange)));
  }

  /** Turns somebody away and accounts for that. */
  Mono<Void> refuse(ServerWebExchange exchange, AccessDeniedException failure) {
    return entered(Act.REFUSED, exchange.getRequest())
        .then(Mono.error(() -> SecurityConfiguration.refused(failure)));
  }

  private Mono<Void> entered(Act act, ServerHttpRequest request) {
    String path = request.getPath().value();
    String shown = path.length() > MOST_OF_A_PATH ? path.substring(0, MOST_OF_A_PATH) + "…" : path;
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .filter(AccountAuthentication.class::isInstance)
        .cast(AccountAuthentication.class)
        .map(AccountAuthentication::getPrincipal)
        .map(Account::name)
        .flatMap(
            name ->
                Mono.<Void>fromRunnable(
                        () ->
                            log.append(act, "%s %s %s".formatted(name, request.getMethod(), shown)))
                    .subscribeOn(blocking));
  }
}
