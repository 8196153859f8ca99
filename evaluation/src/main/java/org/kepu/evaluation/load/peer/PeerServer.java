package org.kepu.evaluation.load.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;

/** Serves a peer by Spring WebFlux, with the events of the product's own stream. */
public final class PeerServer {

  private final Peer peer;

  public PeerServer(Peer peer) {
    this.peer = peer;
  }

  /** Serves until the process ends. */
  public void serve(int port) {
    HttpHandler handler =
        RouterFunctions.toHttpHandler(
            RouterFunctions.route()
                .GET("/ready", _ -> ServerResponse.ok().build())
                .POST("/api/v1/chat", this::chat)
                .build());
    HttpServer.create()
        .host("localhost")
        .port(port)
        .handle(new ReactorHttpHandlerAdapter(handler))
        .bindNow()
        .onDispose()
        .block();
  }

  private Mono<ServerResponse> chat(ServerRequest request) {
    Flux<ServerSentEvent<Object>> events =
        request
            .bodyToMono(JsonNode.class)
            .publishOn(Schedulers.boundedElastic())
            .map(body -> peer.answer(body.path("question").asString()))
            .flatMapIterable(PeerServer::events);
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .body(BodyInserters.fromServerSentEvents(events));
  }

  private static List<ServerSentEvent<Object>> events(List<String> sentences) {
    List<ServerSentEvent<Object>> events = new ArrayList<>();
    events.add(event("accepted", Map.of("answerId", "1")));
    for (int i = 0; i < sentences.size(); i++) {
      events.add(event("sentence", Map.of("index", i, "text", sentences.get(i))));
    }
    events.add(event("done", Map.of("outcome", "answered")));
    return events;
  }

  private static ServerSentEvent<Object> event(String name, Object data) {
    return ServerSentEvent.builder(data).event(name).build();
  }
}
