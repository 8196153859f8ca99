package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.ModelTest.MODEL;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ModelTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whichever door a visitor leaves by, the work for them ends, and is recorded as left. */
@ModelTest
class LeavingByOtherDoorsIT {

  private static final String FIRST = "麋鹿被叫作“四不像”，是说麋鹿的角像鹿、脸像马、蹄像牛、尾像驴。[1]它";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final String question = "麋鹿为什么叫“四不像”？ " + UUID.randomUUID();

  @Test
  void aStreamInOpenAisShapeThatIsClosedIsCancelled() throws Exception {
    MODEL.saysSlowly(Duration.ofMillis(500), LeavingIT.endless(FIRST));

    try (Socket socket = post("/v1/chat/completions", completion(true))) {
      assertThat(firstLine(socket, "\"content\":\"麋鹿")).contains("chat.completion.chunk");
    }

    assertThat(outcomeOnceEnded()).isEqualTo("cancelled");
  }

  @Test
  void aWholeAnswerThatNobodyWaitsForIsCancelled() throws Exception {
    MODEL.saysSlowly(Duration.ofMillis(500), LeavingIT.endless(FIRST));

    try (Socket socket = post("/v1/chat/completions", completion(false))) {
      awaitAsked();
      assertThat(socket.isConnected()).isTrue();
    }

    assertThat(outcomeOnceEnded()).isEqualTo("cancelled");
  }

  @Test
  void aToolCallThatNobodyWaitsForIsCancelled() throws Exception {
    MODEL.saysSlowly(Duration.ofMillis(500), LeavingIT.endless(FIRST));

    String call =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call",
         "params":{"name":"ask","arguments":{"question":%s}}}
        """
            .formatted(new JsonMapper().writeValueAsString(question));
    try (Socket socket = post("/mcp", call)) {
      awaitAsked();
      assertThat(socket.isConnected()).isTrue();
    }

    assertThat(outcomeOnceEnded()).isEqualTo("cancelled");
  }

  @Test
  void aModelThatFailsLeavesAQuotedAnswerAtThisDoorToo() {
    MODEL.says(": nothing\n\n");

    JsonNode answer = new Client(port).post("/v1/chat/completions", completion(false)).json();

    assertThat(answer.at("/kepu/generatedBy").asString()).isEqualTo("extractive");
    assertThat(answer.at("/kepu/outcome").asString()).isEqualTo("answered");
  }

  @Test
  void aModelsWordsPassTheSameGate() {
    MODEL.says(
        FakeModel.words("麋鹿被叫作“四不像”，是说麋鹿的角像鹿、脸像马、蹄像牛、尾像驴。[1]", "麋鹿有9条尾巴。[1]") + FakeModel.STOP);

    JsonNode answer = new Client(port).post("/v1/chat/completions", completion(false)).json();

    assertThat(answer.at("/kepu/generatedBy").asString()).isEqualTo("llm:fake");
    assertThat(answer.at("/choices/0/message/content").asString())
        .contains("脸像马")
        .doesNotContain("9条尾巴");
  }

  private String completion(boolean stream) {
    return "{\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":%s}]}"
        .formatted(stream, new JsonMapper().writeValueAsString(question));
  }

  private Socket post(String path, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: localhost:%d\r
        Content-Type: application/json\r
        Accept: application/json, text/event-stream\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, port, bytes.length);
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return socket;
  }

  private static String firstLine(Socket socket, String with) throws IOException {
    InputStream in = socket.getInputStream();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(with)) {
        return line;
      }
    }
    throw new IllegalStateException("The stream ended without " + with);
  }

  private void awaitAsked() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (MODEL.requests().isEmpty()) {
      assertThat(System.nanoTime()).as("waiting for the model to be asked").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private String outcomeOnceEnded() throws InterruptedException {
    List<@Nullable String> answers =
        jdbc.sql(
                """
                SELECT answer_id FROM interaction JOIN interaction_text USING (event_id)
                WHERE type = 'question' AND text = ?
                """)
            .param(question)
            .query(String.class)
            .list();
    assertThat(answers).hasSize(1);
    return new InteractionRecords(jdbc).outcomesOnceEnded(answers.getFirst()).getLast();
  }
}
