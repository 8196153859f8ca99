package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;

/** The model's adapter and the wire between them. */
class OpenAiModelTest {

  @Test
  void aModelThatIsToldToStopSeesItsConnectionEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Boolean> ended =
          CompletableFuture.supplyAsync(
              () -> writesUntilTheConnectionEnds(server), task -> Thread.ofVirtual().start(task));
      try (ModelStream stream = model(server.getLocalPort()).write(prompt(), deadlines())) {
        assertThat(stream.next()).hasValue("麋鹿");
      }

      assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anAddressWhereNobodyListensIsAFailureOfTheModel() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0)) {
      port = server.getLocalPort();
    }

    try (ModelStream stream = model(port).write(prompt(), deadlines())) {
      assertThatThrownBy(stream::next).isInstanceOf(ModelFailureException.class);
    }
  }

  @Test
  void itIsKnownByTheModelsName() {
    assertThat(model(1).name()).isEqualTo("fake");
  }

  @Test
  void aModelThatIsToldToStopBeforeItAnsweredSeesItsConnectionEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> asked = new CompletableFuture<>();
      CompletableFuture<Boolean> ended =
          served(server, socket -> asked.complete(null), Rest.LISTENS_ONLY);
      ModelStream stream = model(server.getLocalPort()).write(prompt(), deadlines());
      asked.get(30, TimeUnit.SECONDS);

      stream.close();

      assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aModelThatIsToldToStopAfterItsHeadersSeesItsConnectionEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> asked = new CompletableFuture<>();
      CompletableFuture<Boolean> ended =
          served(
              server,
              socket -> {
                write(socket, HEADERS);
                asked.complete(null);
              },
              Rest.LISTENS_ONLY);
      ModelStream stream = model(server.getLocalPort()).write(prompt(), deadlines());
      asked.get(30, TimeUnit.SECONDS);

      stream.close();

      assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aLineWithoutAnEndIsAFailureAndEndsTheConnection() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Boolean> ended =
          served(
              server,
              socket -> {
                write(socket, HEADERS);
                write(socket, chunk("data: "));
              },
              Rest.WRITES_ON);
      try (ModelStream stream = model(server.getLocalPort()).write(prompt(), deadlines())) {
        assertThatThrownBy(stream::next)
            .isInstanceOfSatisfying(
                ModelFailureException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LONG));
      }

      assertThat(ended.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void itIsAskedForNoMoreThanWeRead() throws Exception {
    try (FakeModel fake = new FakeModel()) {
      fake.says(FakeModel.words("麋鹿。") + FakeModel.STOP);
      ModelSettings settings = TestSettings.at(fake.baseUrl());
      LanguageModel model = new OpenAiModel(settings.providers().getFirst(), settings);
      try (ModelStream stream = model.write(prompt(), deadlines())) {
        assertThat(stream.next()).hasValue("麋鹿。");
        assertThat(stream.next()).isEmpty();
      }

      assertThat(fake.requests())
          .singleElement()
          .satisfies(
              request -> assertThat(request.getBodyAsString()).contains("\"max_tokens\" : 100000"));
    }
  }

  private static final String HEADERS =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static boolean writesUntilTheConnectionEnds(ServerSocket server) {
    return served(server, socket -> write(socket, HEADERS), Rest.SPEAKS_ON).join();
  }

  /** Answers one request; completes with whether the other side ended the connection. */
  private static CompletableFuture<Boolean> served(
      ServerSocket server, Beginning beginning, Rest rest) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket socket = server.accept()) {
            readRequest(socket);
            beginning.write(socket);
            while (rest != Rest.LISTENS_ONLY) {
              write(
                  socket, chunk(rest == Rest.SPEAKS_ON ? FakeModel.words("麋鹿") : "a".repeat(999)));
              Thread.sleep(rest == Rest.SPEAKS_ON ? 50 : 0);
            }
            return socket.getInputStream().read() < 0;
          } catch (SocketException e) {
            return true;
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  private static void readRequest(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    int length = 0;
    for (String line = request.readLine();
        line != null && !line.isEmpty();
        line = request.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    // The body is of one byte a character.
    for (int i = 0; i < length; i++) {
      request.read();
    }
  }

  private static String chunk(String text) {
    return "%x\r\n%s\r\n".formatted(text.getBytes(StandardCharsets.UTF_8).length, text);
  }

  /** What it writes at first. */
  private interface Beginning {
    void write(Socket socket) throws IOException;
  }

  /** What it does then. */
  private enum Rest {
    LISTENS_ONLY,
    SPEAKS_ON,
    WRITES_ON
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static LanguageModel model(int port) {
    ModelSettings settings = TestSettings.at("http://localhost:" + port + "/v1");
    return new OpenAiModel(settings.providers().getFirst(), settings);
  }

  private static Deadlines deadlines() {
    return Deadlines.from(TestSettings.patient());
  }

  private static Prompt prompt() {
    return new Prompt("test", "instructions", "material");
  }
}
