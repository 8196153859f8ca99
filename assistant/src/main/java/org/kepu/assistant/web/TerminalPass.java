package org.kepu.assistant.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which terminal a request comes from. Its token stands in a cookie that no script can read, so
 * that whatever a visitor does with the page, it cannot be taken along. Its calls block.
 */
@Component
final class TerminalPass {

  static final String COOKIE = "kepu_terminal";

  /** As long as browsers keep a cookie; each sign of life begins it anew. */
  private static final Duration LASTS = Duration.ofDays(400);

  private final TerminalKeeper keeper;

  TerminalPass(TerminalKeeper keeper) {
    this.keeper = keeper;
  }

  /**
   * The terminal that sends this request.
   *
   * @throws ApiException if none does
   */
  Terminal terminal(ServerWebExchange exchange) {
    return keeper
        .holding(token(exchange))
        .orElseThrow(() -> new ApiException(HttpStatus.UNAUTHORIZED, "terminal_not_paired"));
  }

  /** Hands the device its token, or begins its time anew. */
  void give(ServerWebExchange exchange, String token) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(COOKIE, token)
                .path("/api/v1")
                .httpOnly(true)
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .sameSite("Strict")
                .maxAge(LASTS)
                .build());
  }

  /** Begins the time of the token that came with the request anew. */
  void renew(ServerWebExchange exchange) {
    give(exchange, token(exchange));
  }

  /** What requests of one exchange may say of where they come from. */
  Stands stands(ServerWebExchange exchange) {
    return new Stands(token(exchange));
  }

  private static String token(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
        .map(HttpCookie::getValue)
        .orElse("");
  }

  /** Tells where something happened, and asks the database once for the token. */
  final class Stands {

    private final String token;
    private @Nullable Terminal known;

    private Stands(String token) {
      this.token = token;
    }

    /**
     * Where something happened that says it came in this way, from this terminal.
     *
     * @throws ApiException if it names a terminal that it does not come from, or shows a token that
     *     is no terminal's
     */
    Stand at(@Nullable Channel channel, @Nullable String named) {
      if (channel == Channel.KIOSK && !token.isEmpty()) {
        Terminal terminal = held();
        if (named != null && !named.equals(terminal.id())) {
          throw new ApiException(HttpStatus.FORBIDDEN, "terminal_not_yours", named);
        }
        return new Stand(terminal, false);
      }
      if (named != null && keeper.find(named).isPresent()) {
        throw new ApiException(HttpStatus.FORBIDDEN, "terminal_needs_token", named);
      }
      return new Stand(null, channel == Channel.KIOSK);
    }

    private Terminal held() {
      Terminal terminal = known;
      if (terminal == null) {
        terminal =
            keeper
                .holding(token)
                .orElseThrow(
                    () -> new ApiException(HttpStatus.UNAUTHORIZED, "terminal_not_paired"));
        known = terminal;
      }
      return terminal;
    }
  }

  /**
   * Where something happened.
   *
   * @param terminal that it came from, null: no paired one
   * @param trial whether it came from a terminal that nobody paired: nothing of it is reported
   */
  record Stand(@Nullable Terminal terminal, boolean trial) {}
}
