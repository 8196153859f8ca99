package org.kepu.assistant.web.account;

import org.kepu.assistant.account.OidcSettings;
import org.kepu.assistant.web.ApiException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/** What is closed, and to whom it opens. What visitors use lies outside of this chain. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  private static final ServerWebExchangeMatcher CLOSED =
      ServerWebExchangeMatchers.pathMatchers(
          "/api/v1/admin/**",
          "/api/v1/educator/**",
          "/api/v1/account/**",
          "/oauth2/**",
          "/login/oauth2/**");

  @Bean
  SecurityWebFilterChain closedPaths(
      ServerHttpSecurity http,
      Sessions sessions,
      AuditTrail audit,
      OidcSettings oidc,
      OidcLogin login) {
    http.securityMatcher(CLOSED)
        .securityContextRepository(sessions)
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .headers(ServerHttpSecurity.HeaderSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens())
                    .csrfTokenRequestHandler(new ForgivingCsrfTokens())
                    .accessDeniedHandler(audit::refuse))
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint((exchange, failure) -> notSignedIn())
                    .accessDeniedHandler(audit::refuse))
        .authorizeExchange(
            paths -> {
              paths
                  .pathMatchers("/api/v1/account/**", "/oauth2/**", "/login/oauth2/**")
                  .permitAll();
              for (Permissions.Rule rule : Permissions.RULES) {
                (rule.method() == null
                        ? paths.pathMatchers(rule.path())
                        : paths.pathMatchers(rule.method(), rule.path()))
                    .hasAnyAuthority(rule.authorities());
              }
              paths.anyExchange().denyAll();
            });
    if (oidc.configured()) {
      login.addTo(http);
    }
    return http.build();
  }

  /** Odd paths of visitors get the answers they always got. */
  @Bean
  ServerWebExchangeFirewall firewall() {
    ServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
    return exchange ->
        CLOSED
            .matches(exchange)
            .flatMap(
                result ->
                    result.isMatch()
                        ? strict.getFirewalledExchange(exchange)
                        : Mono.just(exchange));
  }

  /** What the firewall turns away is told like everything else. */
  @Bean
  ServerExchangeRejectedHandler oddPaths() {
    return (exchange, rejected) -> Mono.error(ApiException.badRequest("malformed_request"));
  }

  private static CookieServerCsrfTokenRepository csrfTokens() {
    CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
    tokens.setCookieName("kepu_csrf");
    tokens.setHeaderName("X-CSRF-Token");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax").path("/"));
    return tokens;
  }

  private static Mono<Void> notSignedIn() {
    return Mono.error(new ApiException(HttpStatus.UNAUTHORIZED, "not_signed_in"));
  }

  /** What somebody is told who is not let through. */
  static ApiException refused(Throwable failure) {
    return new ApiException(
        HttpStatus.FORBIDDEN, failure instanceof CsrfException ? "csrf_token" : "role_missing");
  }
}
