package org.kepu.assistant.web.openai;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.chat.ChatService;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Callers;
import org.kepu.assistant.web.KeepAwake;
import org.kepu.assistant.web.Limits;
import org.kepu.assistant.web.Problems;
import org.kepu.assistant.web.Visitors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/chat/completions} and {@code GET /v1/models}. */
@RestController
@Tag(name = "OpenAI")
final class OpenAiRoutes {

  private static final String END = "[DONE]";

  private final ChatService chat;
  private final Visitors visitors;
  private final Problems problems;
  private final Tokens tokens;
  private final JsonMapper json;
  private final InstantSource clock;

  OpenAiRoutes(
      ChatService chat,
      Visitors visitors,
      Problems problems,
      Tokens tokens,
      JsonMapper json,
      InstantSource clock) {
    this.chat = chat;
    this.visitors = visitors;
    this.problems = problems;
    this.tokens = tokens;
    this.json = json;
    this.clock = clock;
  }

  @Operation(summary = "The names a client may ask for: they choose whom an answer is for")
  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  Model.Cards models() {
    return Model.cards();
  }

  @Operation(summary = "One of them")
  @GetMapping(path = "/v1/models/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  Model.Card model(@PathVariable String id) {
    return Model.of(id).card();
  }

  @Operation(
      summary = "Ask a question in OpenAI's shape",
      description =
          "The last user message is the question; earlier ones say what a follow-up points back to and are"
              + " no source. System messages, tools and sampling parameters are ignored. The text carries"
              + " numbered marks and a note for each; the field kepu holds the answer as POST /api/v1/chat"
              + " gives it. With stream: true it comes as chunks, and data: [DONE]. usage counts word"
              + " pieces of the product's own vocabulary. The header Idempotency-Key makes a repeated"
              + " request count once.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = CompletionBody.class))))
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Completion.class)))
  @ApiResponse(
      responseCode = "4XX",
      description = "As in OpenAI's API, with the codes of the other calls",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Refusal.class)))
  @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<Object>> complete(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      ServerWebExchange exchange) {
    return read(body)
        .flatMap(
            completion -> {
              ChatRequest asked = completion.toRequest(Callers.locale(exchange), requestId(key));
              ChatRequest request =
                  asked.at(visitors.scene(exchange).chosenFor(asked.scene().audience()));
              return completion.streamed()
                  ? Mono.just(streamed(completion, request, exchange))
                  : whole(completion, request, exchange);
            });
  }

  /**
   * A client sends the whole conversation again with every question, so its body may be larger than
   * those that the codecs read.
   */
  private Mono<CompletionBody> read(Flux<DataBuffer> body) {
    return DataBufferUtils.join(body, Limits.MAX_CONVERSATION_KIB * 1024)
        .map(
            joined -> {
              String text = joined.toString(StandardCharsets.UTF_8);
              DataBufferUtils.release(joined);
              return text;
            })
        .onErrorMap(
            DataBufferLimitException.class, e -> Limits.tooLarge(Limits.MAX_CONVERSATION_KIB))
        .defaultIfEmpty("")
        .map(this::parsed);
  }

  private CompletionBody parsed(String body) {
    try {
      CompletionBody parsed = json.readValue(body, CompletionBody.class);
      if (parsed != null) {
        return parsed;
      }
    } catch (JacksonException e) {
      throw ApiException.badRequest("malformed_request");
    }
    throw ApiException.badRequest("malformed_request");
  }

  private Mono<ResponseEntity<Object>> whole(
      CompletionBody completion, ChatRequest request, ServerWebExchange exchange) {
    return chat.answer(request)
        .map(
            answer ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(
                        Chunks.whole(
                            answer,
                            tokens,
                            Model.of(completion.model()),
                            request.question().text(),
                            Callers.reachedAt(exchange.getRequest().getURI()),
                            clock.instant().getEpochSecond())));
  }

  private ResponseEntity<Object> streamed(
      CompletionBody completion, ChatRequest request, ServerWebExchange exchange) {
    Chunks chunks =
        new Chunks(
            tokens,
            Model.of(completion.model()),
            request.question().text(),
            Callers.reachedAt(exchange.getRequest().getURI()),
            clock.instant().getEpochSecond(),
            completion.usageWanted());
    Flux<ServerSentEvent<Object>> events =
        chat.stream(request)
            .concatMapIterable(chunks::of)
            .map(OpenAiRoutes::event)
            .concatWithValues(event(END))
            .onErrorResume(
                failure ->
                    exchange.getResponse().isCommitted()
                        ? Flux.just(event(refusal(failure, exchange)))
                        : Flux.error(failure));
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        // Proxies that buffer would turn a stream into a wait.
        .header("X-Accel-Buffering", "no")
        .body(KeepAwake.during(events));
  }

  private Refusal refusal(Throwable failure, ServerWebExchange exchange) {
    return Refusal.of(problems.of(failure, Callers.locale(exchange)));
  }

  private static ServerSentEvent<Object> event(Object data) {
    return ServerSentEvent.builder(data).build();
  }

  /** Any text may be a key; the same one is the same id. */
  private static @Nullable UUID requestId(@Nullable String key) {
    return key == null || key.isBlank()
        ? null
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}
