package org.kepu.assistant.web.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.SignIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Finds the account of a request by its cookie; the database knows the session, so any node does.
 */
@Component
final class Sessions implements ServerSecurityContextRepository {

  private static final String FOUND = Sessions.class.getName();

  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final SessionCookie cookie = new SessionCookie("kepu_session");
  private final SignIn signIn;
  private final Scheduler blocking;

  Sessions(SignIn signIn, Scheduler blocking) {
    this.signIn = signIn;
    this.blocking = blocking;
  }

  /**
   * Asks the database once a request: whoever was let in stays who they are until it is answered,
   * even if the session ends meanwhile.
   */
  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    Optional<String> session = cookie.read(exchange);
    if (session.isEmpty()) {
      return Mono.empty();
    }
    return Mono.defer(
        () -> {
          Map<String, Object> attributes = exchange.getAttributes();
          Object found = attributes.computeIfAbsent(FOUND, name -> find(session.get()).cache());
          return ((Mono<?>) found).cast(SecurityContext.class);
        });
  }

  private Mono<SecurityContext> find(String session) {
    return Mono.fromCallable(() -> signIn.ofSession(session))
        .subscribeOn(blocking)
        .flatMap(Mono::justOrEmpty)
        .map(account -> new SecurityContextImpl(new AccountAuthentication(account)));
  }

  /** Sessions are opened by signing in alone. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }

  /** Hands a session to its holder. */
  Account open(ServerWebExchange exchange, SignIn.Result.Open opened) {
    cookie.set(exchange, opened.session(), UNTIL_CLOSED);
    return opened.account();
  }

  /** Ends the session of a request. */
  void end(ServerWebExchange exchange, Account account) {
    cookie.read(exchange).ifPresent(session -> signIn.out(account, session));
    cookie.clear(exchange);
  }
}
