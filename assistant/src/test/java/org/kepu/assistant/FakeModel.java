package org.kepu.assistant;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A language model behind an OpenAI-compatible address that says what a test tells it to. */
public final class FakeModel implements AutoCloseable {

  /** What an answer ends with that came to its end. */
  public static final String STOP = finish("stop");

  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              // The servers that people run speak HTTP/1.1.
              .http2PlainDisabled(true)
              .containerThreads(32)
              .jettyStopTimeout(100L));

  public FakeModel() {
    server.start();
  }

  /** Where it is. */
  public String baseUrl() {
    return server.baseUrl() + "/v1";
  }

  /** The settings of a service that asks this model, with little patience and no grudge. */
  public List<String> settings() {
    return List.of(
        "kepu.llm.base-url=" + baseUrl(),
        "kepu.llm.model=fake",
        "kepu.llm.failures-to-rest=10000",
        "kepu.llm.first-token-timeout=4s",
        "kepu.llm.idle-timeout=2s",
        "kepu.llm.total-timeout=20s",
        "kepu.llm.max-characters=500");
  }

  /** Words as the model streams them, a chunk each. */
  public static String words(String... words) {
    return Stream.of(words)
        .map(word -> Map.of("index", 0, "delta", Map.of("content", word)))
        .map(FakeModel::chunk)
        .collect(Collectors.joining());
  }

  /** A chunk that ends the answer for a reason. */
  public static String finish(String reason) {
    return chunk(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason))
        + "data: [DONE]\n\n";
  }

  private static String chunk(Map<String, Object> choice) {
    Map<String, Object> chunk =
        Map.of(
            "id", "chatcmpl-1",
            "object", "chat.completion.chunk",
            "created", 1,
            "model", "fake",
            "choices", List.of(choice));
    return "data: " + new JsonMapper().writeValueAsString(chunk) + "\n\n";
  }

  /** It streams these bytes. */
  public void says(String stream) {
    respond(stream(stream));
  }

  /** It streams these blocks with a pause before each. */
  public void saysSlowly(Duration pause, String... blocks) {
    // WireMock cuts a body into pieces of equal length, so comments fill the shorter blocks up.
    int length = Stream.of(blocks).mapToInt(FakeModel::bytes).max().orElse(0) + 4;
    String stream =
        Stream.of(blocks)
            .map(block -> block + ":" + "-".repeat(length - bytes(block) - 3) + "\n\n")
            .collect(Collectors.joining());
    respond(
        stream(stream)
            .withChunkedDribbleDelay(
                blocks.length, Math.toIntExact(pause.multipliedBy(blocks.length).toMillis())));
  }

  /** It responds in another way than by streaming. */
  public void respond(ResponseDefinitionBuilder response) {
    server.resetAll();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
    server.stubFor(post("/v1/chat/completions").willReturn(response));
  }

  /** It responds otherwise to what contains some text, until it is told anew what to say. */
  public void respondTo(String text, ResponseDefinitionBuilder response) {
    server.stubFor(
        post("/v1/chat/completions")
            .withRequestBody(containing(text))
            .atPriority(1)
            .willReturn(response));
  }

  /** What it was asked since it was told what to say. */
  public List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }

  private static ResponseDefinitionBuilder stream(String body) {
    return aResponse()
        .withHeader("Content-Type", "text/event-stream; charset=utf-8")
        .withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void close() {
    server.stop();
  }
}
