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
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.answer.AnswerFailureException;

/** The model's adapter and the wire between them. */
class OpenAiModelTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void aModelThatIsToldToStopSeesItsConnectionEnd() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Boolean> ended =
          CompletableFuture.supplyAsync(
              () -> writesUntilTheConnectionEnds(server), task -> Thread.ofVirtual().start(task));
      try (ModelStream stream = model(server.getLocalPort()).write(prompt())) {
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

    try (ModelStream stream = model(port).write(prompt())) {
      assertThatThrownBy(stream::next).isInstanceOf(AnswerFailureException.class);
    }
  }

  @Test
  void itIsKnownByTheModelsName() {
    assertThat(model(1).name()).isEqualTo("fake");
  }

  private static boolean writesUntilTheConnectionEnds(ServerSocket server) {
    try (Socket socket = server.accept()) {
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = request.readLine();
          line != null && !line.isEmpty();
          line = request.readLine()) {
        // The request's headers say nothing that matters here.
      }
      write(
          socket,
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
      while (true) {
        String words = FakeModel.words("麋鹿");
        int length = words.getBytes(StandardCharsets.UTF_8).length;
        write(socket, "%x\r\n%s\r\n".formatted(length, words));
        Thread.sleep(50);
      }
    } catch (SocketException e) {
      return true;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static LanguageModel model(int port) {
    return new OpenAiModel(
        new ModelSettings(
            "http://localhost:" + port + "/v1", "", "fake", LONG, LONG, LONG, 100_000));
  }

  private static Prompt prompt() {
    return new Prompt("instructions", "material");
  }
}
