package org.kepu.assistant.web.account;

import java.time.Duration;
import java.time.InstantSource;
import org.kepu.assistant.account.OidcAttempts;
import org.kepu.assistant.account.Secret;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of the provider for which browser: in the database, by a secret in a cookie. So an
 * answer that was made for another browser is taken by none.
 */
@Component
final class OidcRequests
    implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final SessionCookie cookie = new SessionCookie("kepu_oidc");
  private final JsonMapper json =
      JsonMapper.builder()
          .addModules(SecurityJacksonModules.getModules(OidcRequests.class.getClassLoader()))
          .build();
  private final OidcAttempts attempts;
  private final InstantSource clock;
  private final Scheduler blocking;

  OidcRequests(OidcAttempts attempts, InstantSource clock, Scheduler blocking) {
    this.attempts = attempts;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
    String state = exchange.getRequest().getQueryParams().getFirst("state");
    return Mono.justOrEmpty(cookie.read(exchange))
        .flatMap(
            secret ->
                Mono.fromCallable(() -> attempts.find(secret, clock.instant()))
                    .subscribeOn(blocking))
        .flatMap(Mono::justOrEmpty)
        .map(request -> json.readValue(request, OAuth2AuthorizationRequest.class))
        .filter(request -> request.getState() != null && request.getState().equals(state));
  }

  @Override
  public Mono<Void> saveAuthorizationRequest(
      OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
    String secret = Secret.random();
    return Mono.<Void>fromRunnable(
            () ->
                attempts.keep(
                    secret, json.writeValueAsString(request), clock.instant().plus(PATIENCE)))
        .subscribeOn(blocking)
        .doOnSuccess(kept -> cookie.set(exchange, secret, PATIENCE));
  }

  @Override
  public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
    return loadAuthorizationRequest(exchange)
        .flatMap(
            request ->
                Mono.<Void>fromRunnable(() -> cookie.read(exchange).ifPresent(attempts::forget))
                    .subscribeOn(blocking)
                    .doOnSuccess(forgotten -> cookie.clear(exchange))
                    .thenReturn(request));
  }
}
