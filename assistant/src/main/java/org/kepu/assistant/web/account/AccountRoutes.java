package org.kepu.assistant.web.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.AccountName;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.OidcSettings;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.account.SignIn;
import org.kepu.assistant.web.ApiException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Signing in and out, for everybody. */
@RestController
@Tag(name = "Account")
final class AccountRoutes {

  private final SignIn signIn;
  private final Accounts accounts;
  private final Sessions sessions;
  private final OidcSettings oidc;
  private final Scheduler blocking;
  private final InstantSource clock;

  AccountRoutes(
      SignIn signIn,
      Accounts accounts,
      Sessions sessions,
      OidcSettings oidc,
      Scheduler blocking,
      InstantSource clock) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.sessions = sessions;
    this.oidc = oidc;
    this.blocking = blocking;
    this.clock = clock;
  }

  @Operation(
      summary = "See who is signed in",
      description =
          "Every call that changes something, below /api/v1/account, /api/v1/admin and"
              + " /api/v1/educator, carries the token of this answer in the header it names.")
  @GetMapping("/api/v1/account")
  Mono<State> state(@SignedIn @Nullable Account account, ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().setCacheControl("no-store");
    return csrf(exchange)
        .flatMap(
            csrf ->
                Mono.fromCallable(
                        () ->
                            new State(
                                account == null ? null : AccountBody.of(account),
                                accounts.none(),
                                oidc.configured()
                                    ? new Provider(oidc.label(), "/oauth2/authorization/kepu")
                                    : null,
                                csrf))
                    .subscribeOn(blocking));
  }

  @SuppressWarnings("unchecked")
  private static Mono<Csrf> csrf(ServerWebExchange exchange) {
    Mono<CsrfToken> token = (Mono<CsrfToken>) exchange.getAttribute(CsrfToken.class.getName());
    return token == null
        ? Mono.error(new IllegalStateException("The path lies outside of the closed paths"))
        : token.map(known -> new Csrf(known.getHeaderName(), known.getToken()));
  }

  @Operation(summary = "Sign in with a name and a password")
  @PostMapping("/api/v1/account/session")
  Mono<AccountBody> signIn(@RequestBody Credentials body, ServerWebExchange exchange) {
    return opened(exchange, () -> signIn.withPassword(text(body.name()), text(body.password())));
  }

  @Operation(summary = "Sign out")
  @DeleteMapping("/api/v1/account/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> signOut(@SignedIn @Nullable Account account, ServerWebExchange exchange) {
    return account == null
        ? Mono.empty()
        : Mono.<Void>fromRunnable(() -> sessions.end(exchange, account)).subscribeOn(blocking);
  }

  @Operation(summary = "Change one’s own password, which ends all one’s sessions but this")
  @PutMapping("/api/v1/account/password")
  Mono<AccountBody> changePassword(
      @SignedIn @Nullable Account account,
      @RequestBody NewPassword body,
      ServerWebExchange exchange) {
    if (account == null) {
      throw new ApiException(HttpStatus.UNAUTHORIZED, "not_signed_in");
    }
    String changed = password(body.changed(), account.name());
    return opened(exchange, () -> signIn.changePassword(account, text(body.current()), changed));
  }

  @Operation(summary = "Set the first account up, with the link that the first start printed")
  @PostMapping("/api/v1/account/setup")
  Mono<AccountBody> setUp(@RequestBody SetUp body, ServerWebExchange exchange) {
    String name =
        AccountName.of(text(body.name()))
            .orElseThrow(() -> ApiException.badRequest("account_name"));
    String password = password(body.password(), name);
    return byLink(exchange, () -> signIn.setUp(text(body.link()), name, password));
  }

  @Operation(summary = "Set one’s password with a link from an administrator")
  @PostMapping("/api/v1/account/link")
  Mono<AccountBody> link(@RequestBody ByLink body, ServerWebExchange exchange) {
    String password = password(body.password(), "\0");
    return byLink(exchange, () -> signIn.byLink(text(body.link()), password));
  }

  private Mono<AccountBody> byLink(
      ServerWebExchange exchange, Supplier<Optional<SignIn.Result.Open>> use) {
    return opened(
        exchange,
        () ->
            use.get()
                .<SignIn.Result>map(result -> result)
                .orElseThrow(() -> new ApiException(HttpStatus.FORBIDDEN, "link_invalid")));
  }

  private Mono<AccountBody> opened(ServerWebExchange exchange, Supplier<SignIn.Result> attempt) {
    return Mono.fromCallable(attempt::get)
        .subscribeOn(blocking)
        .map(
            result ->
                switch (result) {
                  case SignIn.Result.Open open -> AccountBody.of(sessions.open(exchange, open));
                  case SignIn.Result.Wrong() ->
                      throw new ApiException(HttpStatus.UNAUTHORIZED, "sign_in_failed");
                  case SignIn.Result.Locked(Instant until) -> throw locked(exchange, until);
                });
  }

  private ApiException locked(ServerWebExchange exchange, Instant until) {
    long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return new ApiException(HttpStatus.TOO_MANY_REQUESTS, "sign_in_locked", (seconds + 59) / 60);
  }

  private static String password(@Nullable String written, String name) {
    String password = text(written);
    if (!Passwords.acceptable(password, name)) {
      throw ApiException.badRequest("password_weak", Passwords.SHORTEST, Passwords.LONGEST);
    }
    return password;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Name and password. */
  record Credentials(@Nullable String name, @Nullable String password) {}

  /** The old and the new password. */
  record NewPassword(@Nullable String current, @Nullable String changed) {}

  /** What the first account needs. */
  record SetUp(@Nullable String link, @Nullable String name, @Nullable String password) {}

  /** A link and the password it sets. */
  record ByLink(@Nullable String link, @Nullable String password) {}

  /**
   * Who is signed in and how one can be.
   *
   * @param account null: nobody
   * @param setUp whether there is no account yet
   * @param provider the institution's own sign-in, null where there is none
   * @param csrf what calls that change something must carry
   */
  record State(
      @Nullable AccountBody account, boolean setUp, @Nullable Provider provider, Csrf csrf) {}

  /** The button to another sign-in. */
  record Provider(String label, String href) {}

  /** A header and what it must say. */
  record Csrf(String header, String token) {}
}
