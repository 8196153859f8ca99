package org.kepu.assistant.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * The server answers a request itself whose body turns out to be broken, while it is already being
 * worked on. What comes of the work has nowhere to go, and is no failure of ours.
 */
@Component
@Order(-3) // before those that would try to answer again
final class AnsweredBefore implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(AnsweredBefore.class);

  /** Of {@code reactor.netty.http.server.HttpServerOperations}, which has no type for it. */
  private static final String ALREADY = "Status and headers already sent";

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (failure instanceof IllegalStateException && ALREADY.equals(failure.getMessage())) {
      log.debug("Already answered: {}", exchange.getLogPrefix());
      return Mono.empty();
    }
    return Mono.error(failure);
  }
}
