package org.kepu.assistant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a service over HTTP, as anybody would. */
public final class Client {

  public static final String CHAT = "/api/v1/chat";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  public Client(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  /** Where it speaks to: scheme, host and port. */
  public String address() {
    return "http://localhost:" + port;
  }

  /** The body of a question with more fields: a name, its value, and so on. */
  public static String question(String text, String... fields) {
    Map<String, String> body = new java.util.LinkedHashMap<>();
    body.put("question", text);
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return JSON.writeValueAsString(body);
  }

  public Response ask(String question, String... fields) {
    return post(CHAT, question(question, fields));
  }

  public Response post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  public Response get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public Response delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends a request; a POST is JSON unless its headers say otherwise. */
  public Response send(String method, String path, BodyPublisher body, String... headers) {
    HttpResponse<String> response =
        exchange(
            request(method, path, body, headers), BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Response(response.statusCode(), response.headers(), response.body());
  }

  /** Asks for a stream and hands it over as soon as its headers are there. */
  public EventStream stream(String body) {
    HttpResponse<InputStream> response =
        exchange(
            request("POST", CHAT, BodyPublishers.ofString(body), "Accept", "text/event-stream"),
            BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("No stream, but status " + response.statusCode());
    }
    return new EventStream(response.body());
  }

  /** All events of a question's stream. */
  public List<Event> events(String question, String... fields) {
    try (EventStream stream = stream(question(question, fields))) {
      return stream.rest();
    }
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path)).timeout(PATIENCE).method(method, body);
    if (method.equals("POST")) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
    }
  }

  /** A whole response. */
  public record Response(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The first header of that name, empty if there is none. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** An event of a stream. */
  public record Event(String name, JsonNode data) {}

  /** Events as they come in; closing it leaves the service alone. */
  public static final class EventStream implements AutoCloseable {

    private final InputStream body;
    private final BufferedReader lines;

    EventStream(InputStream body) {
      this.body = body;
      lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next event, empty at the end; comments are passed over. */
    public Optional<Event> next() {
      String name = "";
      String data = "";
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("event:")) {
            name = line.substring("event:".length());
          } else if (line.startsWith("data:")) {
            data = line.substring("data:".length());
          } else if (line.isEmpty() && !data.isEmpty()) {
            return Optional.of(new Event(name, JSON.readTree(data)));
          }
        }
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The events up to and with the first of that name. */
    public List<Event> until(String name) {
      List<Event> events = new ArrayList<>();
      for (Optional<Event> event = next(); event.isPresent(); event = next()) {
        events.add(event.get());
        if (event.get().name().equals(name)) {
          return events;
        }
      }
      throw new IllegalStateException("The stream ended without " + name + " after " + events);
    }

    /** The events to the end. */
    public List<Event> rest() {
      List<Event> events = new ArrayList<>();
      for (Optional<Event> event = next(); event.isPresent(); event = next()) {
        events.add(event.get());
      }
      return events;
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
