package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Assistant;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;

/**
 * Five hundred telephone numbers, identity cards, e-mail and network addresses go into a service of
 * its own process; none is in its home folder, in what it says, or in its memory afterwards.
 */
class CanariesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of every canary's form, and of nothing else that a service holds. */
  private static final Pattern CANARY =
      Pattern.compile(
          "139771\\d{5}|110105195\\d{8}X|canary-77\\d{5}|203\\.0\\.113\\.\\d+|198\\.51\\.100\\.\\d+");

  private final Random random = new Random(500);

  @Test
  void noCanaryStaysBehind(@TempDir Path folder) throws Exception {
    Path home = IndexedHome.named("canaries");
    int port = freePort();
    Path said = folder.resolve("said.log");
    Process service = start(home, port, said);
    try {
      Client client = new Client(port);
      awaitReadiness(client, service);
      release(client);
      overwriteBuffers(client);
      Path dump = folder.resolve("heap.hprof");
      dumpLiveHeap(service, dump);
      assertThat(found(dump)).as("in the heap").isEmpty();
    } finally {
      service.destroy();
      assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    assertThat(found(said)).as("in the log").isEmpty();
    try (Stream<Path> files = Files.walk(home)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).anyMatch(file -> file.endsWith("kepu.db"));
      assertThat(all).allSatisfy(file -> assertThat(found(file)).as(file.toString()).isEmpty());
    }
  }

  /**
   * 125 requests from 125 addresses, each with a telephone number, an identity card and an e-mail.
   */
  private void release(Client client) {
    for (int i = 0; i < 125; i++) {
      String from = i % 2 == 0 ? "203.0.113." + i : "198.51.100." + i;
      String text =
          "我是139771%s，身份证110105195%sX，邮箱canary-77%s@example.com，麋鹿吃什么？"
              .formatted(digits(5), "00101" + digits(3), digits(5));
      String[] headers = {"X-Forwarded-For", from, "User-Agent", "Mozilla/5.0 Firefox/144.0"};
      if (i % 5 == 0) {
        String body = Client.question(text, "channel", "web");
        Response answered = client.post(Client.CHAT, body, headers);
        assertThat(answered.status()).isEqualTo(200);
        String report =
            "/api/v1/answers/%s/corrections".formatted(answered.json().path("answerId").asString());
        assertThat(client.post(report, "{\"text\":\"%s\"}".formatted(text), headers).status())
            .isEqualTo(201);
      } else {
        String event =
            """
            [{"id":"%s","type":"question","channel":"kiosk","terminal":"t","offline":true,
              "conversationId":"%s","answerId":"%s","text":"%s"}]
            """
                .formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), text);
        assertThat(client.post("/api/v1/events", event, headers).status()).isEqualTo(200);
      }
    }
  }

  /** Buffers are used again and again: what the last request left in them goes with the next. */
  private static void overwriteBuffers(Client client) {
    String filling = "麋鹿的角什么时候脱落？".repeat(44);
    for (int i = 0; i < 8; i++) {
      String[] headers = {
        "X-Forwarded-For", "192.0.2.1", "User-Agent", "Mozilla/5.0 Firefox/144.0"
      };
      client.post(
          Client.CHAT, Client.question(filling.substring(0, 480), "channel", "web"), headers);
      client.post("/api/v1/events", "[{\"text\":\"%s\"}]".formatted(filling), headers);
    }
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static Process start(Path home, int port, Path said) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Assistant.class.getName(),
            "--server.port=" + port,
            "--kepu.home=" + home,
            "--server.forward-headers-strategy=native",
            "--kepu.chat.questions-per-minute=100000")
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static void awaitReadiness(Client client, Process service) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      assertThat(service.isAlive()).as("the service runs").isTrue();
      assertThat(System.nanoTime()).as("waiting for the service").isLessThan(deadline);
      try {
        if (client.get("/actuator/health/readiness").status() == 200) {
          return;
        }
      } catch (UncheckedIOException e) {
        // Not there yet.
      }
      Thread.sleep(200);
    }
  }

  private static void dumpLiveHeap(Process service, Path dump) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process dumping =
        new ProcessBuilder(
                jcmd.toString(), String.valueOf(service.pid()), "GC.heap_dump", dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    assertThat(dumping.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(dump).exists();
  }

  /** The canaries in a file, as bytes of Latin letters or of UTF-16. */
  private static SortedSet<String> found(Path file) throws IOException {
    SortedSet<String> found = new TreeSet<>();
    byte[] block = new byte[1 << 20];
    String end = "";
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(block); read > 0; read = bytes.read(block)) {
        String text = end + new String(block, 0, read, StandardCharsets.ISO_8859_1);
        collect(text, found);
        collect(text.replace("\0", ""), found);
        end = text.substring(Math.max(0, text.length() - 100));
      }
    }
    return found;
  }

  private static void collect(String text, SortedSet<String> found) {
    List<String> matches = new ArrayList<>();
    CANARY.matcher(text).results().map(MatchResult::group).forEach(matches::add);
    found.addAll(matches);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
