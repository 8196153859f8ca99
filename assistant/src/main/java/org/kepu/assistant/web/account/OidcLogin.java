package org.kepu.assistant.web.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.OidcSettings;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.account.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Signing in with the institution's own accounts. The provider is asked for its addresses when
 * somebody first comes, so that a service starts while the provider is away.
 */
@Component
final class OidcLogin {

  private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);
  private static final String REGISTRATION = "kepu";

  private final OidcSettings settings;
  private final OidcRequests requests;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Scheduler blocking;
  private volatile @Nullable ClientRegistration registration;

  OidcLogin(
      OidcSettings settings,
      OidcRequests requests,
      Sessions sessions,
      SignIn signIn,
      Scheduler blocking) {
    this.settings = settings;
    this.requests = requests;
    this.sessions = sessions;
    this.signIn = signIn;
    this.blocking = blocking;
  }

  void addTo(ServerHttpSecurity http) {
    http.oauth2Login(
        login ->
            login
                .clientRegistrationRepository(registrations())
                .authorizedClientRepository(new NothingKept())
                .authorizationRequestRepository(requests)
                .authenticationSuccessHandler(this::vouchedFor)
                .authenticationFailureHandler(this::failed));
  }

  private ReactiveClientRegistrationRepository registrations() {
    return id ->
        id.equals(REGISTRATION)
            ? Mono.fromCallable(this::registration).subscribeOn(blocking)
            : Mono.empty();
  }

  private ClientRegistration registration() {
    ClientRegistration known = registration;
    if (known == null) {
      known =
          ClientRegistrations.fromIssuerLocation(settings.issuer())
              .registrationId(REGISTRATION)
              .clientId(settings.clientId())
              .clientSecret(settings.clientSecret())
              .scope("openid", "profile")
              .build();
      registration = known;
    }
    return known;
  }

  private Mono<Void> vouchedFor(WebFilterExchange filter, Authentication authentication) {
    ServerWebExchange exchange = filter.getExchange();
    String name =
        authentication.getPrincipal() instanceof OidcUser user
            ? user.getClaimAsString(settings.nameClaim())
            : null;
    return Mono.fromCallable(() -> signIn.vouchedFor(name == null ? "" : name))
        .subscribeOn(blocking)
        .flatMap(
            opened ->
                opened
                    .map(
                        session -> {
                          sessions.open(exchange, session);
                          return redirect(exchange, home(session));
                        })
                    .orElseGet(() -> redirect(exchange, "/admin#unknown-account")));
  }

  private static String home(SignIn.Result.Open session) {
    return session.account().is(Role.ADMIN, Role.CURATOR, Role.ANALYST) ? "/admin" : "/educator";
  }

  private Mono<Void> failed(WebFilterExchange filter, AuthenticationException failure) {
    log.warn("Signing in by OIDC failed: {}", failure.getMessage());
    return redirect(filter.getExchange(), "/admin#sign-in-failed");
  }

  private static Mono<Void> redirect(ServerWebExchange exchange, String to) {
    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
    exchange.getResponse().getHeaders().setLocation(URI.create(to));
    return exchange.getResponse().setComplete();
  }

  /** Who it is, is all we want to know: the provider's tokens are let go. */
  private static final class NothingKept implements ServerOAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
        String id, Authentication principal, ServerWebExchange exchange) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> saveAuthorizedClient(
        OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
      return Mono.empty();
    }

    @Override
    public Mono<Void> removeAuthorizedClient(
        String id, Authentication principal, ServerWebExchange exchange) {
      return Mono.empty();
    }
  }
}
