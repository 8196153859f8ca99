package org.kepu.evaluation.answers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running service over HTTP, as any client does. */
public final class ChatClient {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI chat;

  public ChatClient(String url) {
    chat = URI.create(url + "/api/v1/chat");
  }

  /**
   * The answer as JSON, in a conversation of its own.
   *
   * @throws IllegalStateException if the service does not answer with 200
   */
  public JsonNode ask(String question) {
    return send(Map.of("question", question));
  }

  /** The same, for an audience. */
  public JsonNode askFor(String audience, String question) {
    return send(Map.of("question", question, "audience", audience));
  }

  /** The same, in a conversation that goes on. */
  public JsonNode ask(String question, String conversationId) {
    return send(Map.of("question", question, "conversationId", conversationId));
  }

  private JsonNode send(Map<String, String> question) {
    byte[] body = JSON.writeValueAsBytes(question);
    HttpRequest request =
        HttpRequest.newBuilder(chat)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(chat, response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(chat + " cannot be reached: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
