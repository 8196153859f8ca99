package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.ServiceTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every request is answered; what is no HTTP is refused, and fills no log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class BrokenRequestsIT {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/config?q=LONG HTTP/1.1|Host: localhost, 414",
    "GET /api/v1/config HTTP/1.1|Host: localhost|X-Long: LONG, 431",
    "GET /api/v1/config HTTP/1.1|Host: localhost|Bad Name: x, 400",
    "GET /a b HTTP/1.1|Host: localhost, 400",
    "POST /api/v1/chat HTTP/1.1|Host: localhost|Content-Length: many, 400",
  })
  void isRefused(String request, int status, CapturedOutput output) throws IOException {
    String head = request.replace("LONG", "a".repeat(100_000)).replace("|", "\r\n") + "\r\n\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      assertThat(answered(socket, head)).startsWith("HTTP/1.1 " + status);
      assertThat(socket.getInputStream().read()).as("closed").isEqualTo(-1);
    }
    assertThat(output.getAll()).doesNotContain("WARN").doesNotContain("ERROR");
  }

  /** The server left some of these without an answer: those that came right behind a good one. */
  @Test
  void evenRightBehindAGoodOne() throws IOException {
    String good = "GET /api/v1/config HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String bad = "GET /?" + "a".repeat(5000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket("localhost", port)) {
        assertThat(answered(socket, good)).startsWith("HTTP/1.1 200");
        assertThat(answered(socket, bad)).as("attempt %d", i).startsWith("HTTP/1.1 414");
      }
    }
  }

  /** It left some of these without an answer, too, and they are no mistake. */
  @Test
  void theLastRequestOfAConnectionIsAnsweredAndTheConnectionClosed() throws IOException {
    String good = "GET /api/v1/config HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String last = good.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket("localhost", port)) {
        assertThat(answered(socket, good)).startsWith("HTTP/1.1 200");
        assertThat(answered(socket, last))
            .as("attempt %d", i)
            .startsWith("HTTP/1.1 200")
            .containsIgnoringCase("connection: close");
        assertThat(socket.getInputStream().read()).as("closed").isEqualTo(-1);
      }
    }
  }

  private static String answered(Socket socket, String request) throws IOException {
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      assertThat(c).as("after: %s", head).isNotEqualTo(-1);
      head.append((char) c);
    }
    String told = head.toString();
    int length =
        told.lines()
            .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    in.readNBytes(length);
    return told;
  }
}
