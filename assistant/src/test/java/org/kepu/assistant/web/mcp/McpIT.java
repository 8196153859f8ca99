package org.kepu.assistant.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's own client finds, reads and asks. */
@ServiceTest
class McpIT {

  private static final String KNOWN = "麋鹿为什么叫“四不像”？";
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] HEADERS = {"Accept", "application/json, text/event-stream"};

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private McpSyncClient mcp;

  @BeforeEach
  void connect() {
    mcp =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://localhost:" + port).build())
            .requestTimeout(Duration.ofSeconds(60))
            .build();
    mcp.initialize();
  }

  @AfterEach
  void leave() {
    mcp.close();
  }

  @Test
  void itSaysWhatItCanDo() {
    assertThat(mcp.getServerInfo().name()).isEqualTo("kepu");
    assertThat(mcp.getServerInstructions()).contains("ask").contains("search").contains("read");
    assertThat(mcp.listTools().tools())
        .allSatisfy(tool -> assertThat(tool.description()).isNotEmpty())
        .extracting(Tool::name)
        .containsExactlyInAnyOrder("ask", "search", "read");
  }

  @Test
  void anAskIsAnsweredAsAtTheOtherDoor() {
    CallToolResult result = call("ask", Map.of("question", KNOWN));

    JsonNode answer = structured(result);
    assertThat(result.isError()).isNotEqualTo(true);
    assertThat(text(result)).contains("四不像").contains("[1]").endsWith("人工智能生成");
    assertThat(answer.path("sentences"))
        .isEqualTo(new Client(port).ask(KNOWN).json().path("sentences"));
    assertThat(answer.at("/citations/0/quote").asString()).isNotEmpty();
  }

  @Test
  void anAskIsCountedOnceAndSearchingAndReadingAreNot() {
    String question = "麋鹿吃什么？ " + UUID.randomUUID();

    call("search", Map.of("question", question));
    call("ask", Map.of("question", question));

    assertThat(new InteractionRecords(jdbc).asked(question)).isEqualTo(1);
  }

  @Test
  void aConversationGoesOn() {
    JsonNode first = structured(call("ask", Map.of("question", KNOWN)));
    JsonNode second =
        structured(
            call(
                "ask",
                Map.of(
                    "question", "它吃什么？",
                    "conversationId", first.path("conversationId").asString(),
                    "audience", "child")));

    assertThat(second.path("conversationId")).isEqualTo(first.path("conversationId"));
    assertThat(second.at("/citations/0/title").asString()).contains("麋鹿");
  }

  @Test
  void whatIsFoundCanBeReadAndStandsWhereItSays() {
    JsonNode found = structured(call("search", Map.of("question", KNOWN, "limit", 3)));

    assertThat(found.path("sections")).hasSize(3);
    JsonNode section = found.at("/sections/0");
    assertThat(section.path("documentId").asString()).isEqualTo("milu-name");
    JsonNode whole =
        structured(
            call(
                "read",
                Map.of(
                    "documentId", section.path("documentId").asString(),
                    "version", section.path("documentVersion").asString())));
    assertThat(
            whole
                .path("text")
                .asString()
                .substring(section.path("start").asInt(), section.path("end").asInt()))
        .isEqualTo(section.path("text").asString());

    CallToolResult one =
        call(
            "read",
            Map.of(
                "documentId", section.path("documentId").asString(),
                "section", section.path("heading").asString()));
    assertThat(text(one)).contains("四不像").hasSizeLessThan(whole.path("text").asString().length());
  }

  @Test
  void whatIsWrongIsSaidInTheResult() {
    assertThat(failure("ask", Map.of("question", "鹿".repeat(501)))).isNotEmpty();
    assertThat(failure("ask", Map.of())).isNotEmpty();
    assertThat(failure("ask", Map.of("question", 7))).isNotEmpty();
    assertThat(failure("ask", Map.of("question", " "))).contains("question_length");
    assertThat(failure("ask", Map.of("question", "麋鹿", "venue", "../etc")))
        .contains("identifier_malformed");
    assertThat(failure("ask", Map.of("question", "麋鹿", "conversationId", "1")))
        .contains("uuid_malformed");
    assertThat(failure("ask", Map.of("question", "麋鹿", "temperature", 1))).isNotEmpty();
    assertThat(failure("read", Map.of("documentId", "nothing"))).contains("document_unknown");
    assertThat(failure("read", Map.of("documentId", "milu-name", "section", "无")))
        .contains("section_unknown");
    assertThat(failure("search", Map.of("question", "麋鹿", "limit", 1000))).isNotEmpty();
  }

  @Test
  void aToolThatIsNotThereIsAnErrorOfTheProtocol() {
    assertThatThrownBy(() -> call("delete", Map.of())).isInstanceOf(McpError.class);
  }

  @Test
  void whatIsNoMessageIsRefusedWithoutAStackTrace() {
    for (String body :
        List.of(
            "",
            "7",
            "{}",
            "{\"jsonrpc\":\"2.0\"",
            "[".repeat(5000),
            "{\"jsonrpc\":{},\"id\":1,\"method\":\"tools/list\"}",
            "{\"jsonrpc\":\"\",\"id\":1,\"method\":\"tools/list\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":[]}}")) {
      Response response = new Client(port).post("/mcp", body, HEADERS);
      assertThat(response.status()).as(body).isEqualTo(400);
      assertThat(response.text()).doesNotContain("stackTrace").doesNotContain("at org.");
    }
    assertThat(new Client(port).get("/mcp", "Accept", "text/event-stream").status()).isEqualTo(405);
  }

  @Test
  void aCallWithoutParametersIsToldSo() {
    for (String method : List.of("tools/call", "initialize")) {
      Response response =
          new Client(port)
              .post(
                  "/mcp", "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"" + method + "\"}", HEADERS);

      assertThat(response.status()).as(method).isEqualTo(200);
      assertThat(response.json().at("/error/code").asInt()).as(method).isEqualTo(-32602);
      assertThat(response.json().at("/error/message").asString()).contains(method);
    }
  }

  @Test
  void pagesOfOtherSitesAreTurnedAway() {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    assertThat(
            new Client(port)
                .post("/mcp", list, HEADERS[0], HEADERS[1], "Origin", "https://evil.example")
                .status())
        .isEqualTo(403);
    assertThat(
            new Client(port)
                .post("/mcp", list, HEADERS[0], HEADERS[1], "Origin", "http://localhost:" + port)
                .status())
        .isEqualTo(200);
    assertThat(new Client(port).post("/mcp", list, HEADERS).status()).isEqualTo(200);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"x\":\""
            + "x".repeat(17 * 1024)
            + "\"}";

    Response response = new Client(port).post("/mcp", body, HEADERS);

    assertThat(response.status()).isEqualTo(413);
    assertThat(response.json().path("code").asString()).isEqualTo("body_too_large");
  }

  @Test
  void openApiMentionsIt() {
    assertThat(new Client(port).get("/v3/api-docs").json().path("paths").has("/mcp")).isTrue();
  }

  private CallToolResult call(String tool, Map<String, Object> arguments) {
    return mcp.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private String failure(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    assertThat(result.isError()).as("%s %s: %s", tool, arguments, result).isTrue();
    return text(result);
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  private static JsonNode structured(CallToolResult result) {
    return JSON.valueToTree(result.structuredContent());
  }
}
