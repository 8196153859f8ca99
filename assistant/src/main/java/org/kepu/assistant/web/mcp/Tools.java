package org.kepu.assistant.web.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.kepu.assistant.chat.ChatService;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Library;
import org.kepu.assistant.web.NumberedText;
import org.kepu.assistant.web.Problems;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a client of the protocol can do here: search, read, ask. */
@Component
final class Tools {

  private static final ToolAnnotations READS_ONLY =
      ToolAnnotations.builder().readOnlyHint(true).openWorldHint(false).build();

  private final ChatService chat;
  private final Library library;
  private final Problems problems;
  private final JsonMapper json;
  private final Scheduler blocking;

  Tools(ChatService chat, Library library, Problems problems, JsonMapper json, Scheduler blocking) {
    this.chat = chat;
    this.library = library;
    this.problems = problems;
    this.json = json;
    this.blocking = blocking;
  }

  List<AsyncToolSpecification> all() {
    return List.of(
        tool(
            "ask",
            "Answers a question about nature, astronomy or biodiversity with sentences that each cite a"
                + " source of the collection, or says that there is none. Also tonight's sky, and the"
                + " academy's venues.",
            Arguments.Ask.SCHEMA,
            this::ask),
        tool(
            "search",
            "Finds the sections of the collection that fit a question, best first, with where they stand.",
            Arguments.Search.SCHEMA,
            this::search),
        tool(
            "read",
            "Gives a document's text, or one section of it. A citation's start and end count its UTF-16"
                + " code units.",
            Arguments.Read.SCHEMA,
            this::read));
  }

  private Mono<CallToolResult> ask(Caller caller, Map<String, Object> arguments) {
    return Mono.fromCallable(() -> read(arguments, Arguments.Ask.class).toRequest(caller.locale()))
        .flatMap(chat::answer)
        .map(answer -> result(NumberedText.of(answer, caller.address()), answer));
  }

  private Mono<CallToolResult> search(Caller caller, Map<String, Object> arguments) {
    return Mono.fromCallable(
            () -> {
              Arguments.Search search = read(arguments, Arguments.Search.class);
              return library.search(search.asked(), search.most());
            })
        .subscribeOn(blocking)
        .map(found -> result(found.text(), found));
  }

  private Mono<CallToolResult> read(Caller caller, Map<String, Object> arguments) {
    return Mono.fromCallable(
            () -> {
              Arguments.Read read = read(arguments, Arguments.Read.class);
              return library.read(read.id(), read.version(), read.section());
            })
        .subscribeOn(blocking)
        .map(text -> result(text.text(), text));
  }

  private AsyncToolSpecification tool(
      String name,
      String description,
      Map<String, Object> schema,
      BiFunction<Caller, Map<String, Object>, Mono<CallToolResult>> call) {
    return new AsyncToolSpecification(
        Tool.builder(name, schema).description(description).annotations(READS_ONLY).build(),
        (context, request) -> called(call, context, request));
  }

  /** A failure is a result that says so: the model that called can read it. */
  private Mono<CallToolResult> called(
      BiFunction<Caller, Map<String, Object>, Mono<CallToolResult>> call,
      McpTransportContext context,
      CallToolRequest request) {
    Caller caller = Caller.of(context);
    Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
    return call.apply(caller, arguments)
        .onErrorResume(failure -> Mono.just(failed(failure, caller.locale())));
  }

  private CallToolResult failed(Throwable failure, Locale locale) {
    ProblemDetail problem = problems.of(failure, locale);
    String code = Problems.code(problem);
    String detail = String.valueOf(problem.getDetail());
    return CallToolResult.builder()
        .addTextContent(code + ": " + detail)
        .structuredContent(Map.of("code", code, "detail", detail))
        .isError(true)
        .build();
  }

  private <T> T read(Map<String, Object> arguments, Class<T> type) {
    try {
      return json.convertValue(arguments, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw ApiException.badRequest("malformed_request");
    }
  }

  private static CallToolResult result(String text, Object structured) {
    return CallToolResult.builder().addTextContent(text).structuredContent(structured).build();
  }
}
