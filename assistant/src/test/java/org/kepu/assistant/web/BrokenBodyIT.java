package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A body that breaks HTTP is its sender's mistake: refused, and not logged as a failure of ours.
 */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenBodyIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/chat", "/v1/chat/completions", "/api/v1/events"})
  void aChunkWithoutASizeIsRefused(String path, CapturedOutput output) throws IOException {
    assertThat(answerTo(path)).startsWith("HTTP/1.1 400");
    assertThat(output.getAll()).doesNotContain(" ERROR ");
  }

  private String answerTo(String path) throws IOException {
    String request =
        """
        POST %s HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Transfer-Encoding: chunked
        Connection: close

        zz
        {"question":"a"}
        """
            .formatted(path)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
