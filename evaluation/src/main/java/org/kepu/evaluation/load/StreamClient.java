package org.kepu.evaluation.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.load.Visit.Ending;
import tools.jackson.databind.json.JsonMapper;

/** Asks over server-sent events as the widget does, blocking its thread until the stream ends. */
public final class StreamClient {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(PATIENCE)
          .build();
  private final URI chat;

  /**
   * @param url of a service on this machine
   * @throws IllegalArgumentException if it is on another: this is a load nobody else asked for
   */
  public StreamClient(String url) {
    URI service = URI.create(url);
    if (!isLoopback(service.getHost())) {
      throw new IllegalArgumentException(
          "Only a service on this machine is put under load, not %s; run this beside it"
              .formatted(url));
    }
    chat = service.resolve("/api/v1/chat");
  }

  /**
   * Asks and reads to the end.
   *
   * @param due when it should have been asked, in {@link System#nanoTime()}; what the visitor waits
   *     is counted from there, whenever the thread gets to it
   * @param pauseBetweenLines how slowly the visitor reads
   */
  Visit ask(String question, long due, Duration pauseBetweenLines) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(chat)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    JSON.writeValueAsBytes(Map.of("question", question))))
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          body.readAllBytes();
          return ended(
              response.statusCode() == 429
                  ? Ending.TURNED_AWAY
                  : response.statusCode() >= 500 ? Ending.FAILED : Ending.BROKEN,
              -1,
              due,
              null);
        }
        return read(body, due, pauseBetweenLines);
      }
    } catch (IOException e) {
      return ended(Ending.BROKEN, -1, due, null);
    }
  }

  /** A connection that breaks meanwhile is how the visit ended. */
  private static Visit read(InputStream body, long due, Duration pauseBetweenLines)
      throws InterruptedException {
    long first = -1;
    Ending ending = Ending.BROKEN;
    int ends = 0;
    String answerId = null;
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (String line = next(lines); line != null; line = next(lines)) {
      if (first < 0 && line.equals("event:sentence")) {
        first = System.nanoTime() - due;
      } else if (line.equals("event:done")) {
        ending = Ending.FINISHED;
        ends++;
      } else if (line.equals("event:error")) {
        ending = Ending.FAILED;
        ends++;
      }
      if (answerId == null && line.startsWith("data:")) {
        answerId = JSON.readTree(line.substring("data:".length())).path("answerId").asString(null);
      }
      if (pauseBetweenLines.isPositive()) {
        Thread.sleep(pauseBetweenLines);
      }
    }
    // A stream that ends twice does not keep to the contract, either.
    return ended(ends == 1 ? ending : Ending.BROKEN, first, due, answerId);
  }

  private static @Nullable String next(BufferedReader lines) {
    try {
      return lines.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  private static Visit ended(Ending ending, long first, long due, @Nullable String answerId) {
    long total = System.nanoTime() - due;
    return new Visit(ending, first < 0 ? total : first, total, answerId);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
