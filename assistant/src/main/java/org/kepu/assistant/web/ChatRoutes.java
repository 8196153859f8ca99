package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.chat.ChatEvent;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.chat.ChatService;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code POST /api/v1/chat}, whole or as a stream. */
@RestController
@Tag(name = "Chat")
final class ChatRoutes {

  private final ChatService chat;
  private final Problems problems;
  private final Visitors visitors;
  private final TerminalPass terminals;
  private final Scheduler blocking;

  ChatRoutes(
      ChatService chat,
      Problems problems,
      Visitors visitors,
      TerminalPass terminals,
      Scheduler blocking) {
    this.chat = chat;
    this.problems = problems;
    this.visitors = visitors;
    this.terminals = terminals;
    this.blocking = blocking;
  }

  @Operation(
      summary = "Ask a question",
      description =
          "Every sentence of the answer names the citations that support it; a citation's quote is"
              + " its document's text from start to end. Accept text/event-stream streams the same"
              + " answer.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @PostMapping(
      path = "/api/v1/chat",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Mono<Answer> whole(@RequestBody ChatBody body, ServerWebExchange exchange) {
    return request(body, exchange).flatMap(chat::answer);
  }

  @Operation(hidden = true)
  @PostMapping(
      path = "/api/v1/chat",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Object>> streamed(@RequestBody ChatBody body, ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().setCacheControl("no-store");
    // Proxies that buffer would turn a stream into a wait.
    exchange.getResponse().getHeaders().set("X-Accel-Buffering", "no");
    Flux<ServerSentEvent<Object>> events =
        request(body, exchange)
            .flatMapMany(chat::stream)
            .map(ChatRoutes::named)
            .onErrorResume(
                failure ->
                    failedBeforeStart(failure) ? Flux.error(failure) : failed(failure, exchange));
    return KeepAwake.during(events);
  }

  /** Telling visitors apart asks the database for the day's salt, once a day. */
  private Mono<ChatRequest> request(ChatBody body, ServerWebExchange exchange) {
    return Mono.fromCallable(
            () ->
                body.toRequest(
                    Callers.locale(exchange), visitors.of(exchange), terminals.stands(exchange)))
        .subscribeOn(blocking);
  }

  /**
   * What is wrong with the request itself is told by the status; what happens later by an event.
   */
  private static boolean failedBeforeStart(Throwable failure) {
    return failure instanceof org.kepu.assistant.chat.RequestConflictException
        || failure instanceof org.kepu.assistant.conversation.LedgerFailureException
        || failure instanceof ApiException;
  }

  private Flux<ServerSentEvent<Object>> failed(Throwable failure, ServerWebExchange exchange) {
    Object problem = problems.of(failure, Callers.locale(exchange));
    return Flux.just(ServerSentEvent.builder(problem).event("error").build());
  }

  private static ServerSentEvent<Object> named(ChatEvent event) {
    return switch (event) {
      case ChatEvent.Accepted accepted -> event("accepted", accepted);
      case ChatEvent.Said said ->
          switch (said.part()) {
            case AnswerPart.Sentence sentence -> event("sentence", sentence);
            case AnswerPart.Citation citation -> event("citation", citation);
            case AnswerPart.Illustration illustration -> event("illustration", illustration);
            case AnswerPart.Suggestions suggestions ->
                event("suggestions", suggestions.questions());
          };
      case ChatEvent.Done done -> event("done", done);
    };
  }

  private static ServerSentEvent<Object> event(String name, Object data) {
    return ServerSentEvent.builder(data).event(name).build();
  }
}
