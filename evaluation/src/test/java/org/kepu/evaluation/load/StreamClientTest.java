package org.kepu.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.evaluation.load.Visit.Ending;

class StreamClientTest {

  @Test
  void anotherMachineIsNotPutUnderLoad() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StreamClient("http://192.0.2.1:8080"))
        .withMessageContaining("Only a service on this machine");
  }

  @ParameterizedTest(name = "{0} and ‘{1}’ is {2}")
  @CsvSource({
    "200, event:sentence|data:{}||event:done|data:{}|, FINISHED",
    "200, event:sentence|data:{}||event:error|data:{}|, FAILED",
    "200, event:sentence|data:{}|, BROKEN",
    "429, too many, TURNED_AWAY",
    "503, not ready, FAILED",
    "400, malformed, BROKEN",
  })
  void aVisitEndsAsItsStreamSays(int status, String body, Ending ending) throws Exception {
    HttpServer server = serving(status, body.replace('|', '\n'), Duration.ZERO);
    try {
      assertThat(ask(server, System.nanoTime()).ending()).isEqualTo(ending);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void waitingIsCountedFromWhenTheQuestionWasDue() throws Exception {
    HttpServer server = serving(200, "event:sentence\n\nevent:done\n\n", Duration.ZERO);
    try {
      long due = System.nanoTime() - Duration.ofSeconds(5).toNanos();
      assertThat(ask(server, due).firstNanos()).isGreaterThan(Duration.ofSeconds(5).toNanos());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nobodyListeningIsABrokenVisit() throws Exception {
    HttpServer server = serving(200, "", Duration.ZERO);
    server.stop(0);
    assertThat(ask(server, System.nanoTime()).ending()).isEqualTo(Ending.BROKEN);
  }

  @Test
  void theOpenModelAsksAtItsRateHoweverSlowTheServiceIs() throws Exception {
    HttpServer server = serving(200, "event:sentence\n\nevent:done\n\n", Duration.ofMillis(300));
    try {
      Crowd crowd = new Crowd(new StreamClient(url(server)), List.of("一", "二"));
      Tally tally = crowd.open(20, Duration.ofSeconds(1));
      assertThat(tally.count(Ending.FINISHED)).isBetween(15L, 21L);
      // One at a time takes 4.5 s or more for all, and the last waits for the others from when it
      // was due.
      assertThat(tally.firstMs(100)).isGreaterThan(3000);
    } finally {
      server.stop(0);
    }
  }

  private static Visit ask(HttpServer server, long due) throws InterruptedException {
    return new StreamClient(url(server)).ask("麋鹿吃什么？", due, Duration.ZERO);
  }

  private static String url(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Answers one request after the other. */
  private static HttpServer serving(int status, String body, Duration pause) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/chat",
        exchange -> {
          try {
            Thread.sleep(pause);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    return server;
  }
}
