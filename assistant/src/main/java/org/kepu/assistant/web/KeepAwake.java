package org.kepu.assistant.web;

import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;

/** Keeps proxies from closing a stream in which nothing is said for a while. */
public final class KeepAwake {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private KeepAwake() {}

  /** The events, and a comment now and then until they end. */
  public static Flux<ServerSentEvent<Object>> during(Flux<ServerSentEvent<Object>> events) {
    return events.publish(
        shared ->
            Flux.merge(
                shared,
                Flux.interval(EVERY)
                    .onBackpressureDrop()
                    .map(tick -> ServerSentEvent.builder().comment("").build())
                    .takeUntilOther(shared.ignoreElements().onErrorComplete())));
  }
}
