package org.kepu.knowledge.engine.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.search.IndexFailureException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Transport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cluster, asked over HTTP: by whichever of its nodes answers, again where it could not just now,
 * and never for longer than the settings allow. An answer is whole or it is a failure.
 */
final class Cluster implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] NOTHING = {'{', '}'};
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Merging and waiting for copies take their time on the cluster's side. */
  private static final Duration WRITING_TIMEOUT = Duration.ofMinutes(10);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final OpenSearchSettings settings;
  private final ApacheHttpClient5Transport transport;
  private final OpenSearchGenericClient asking;
  private final OpenSearchGenericClient writing;

  /** Connects to nothing yet. */
  Cluster(OpenSearchSettings settings) {
    this.settings = settings;
    transport = transport(settings);
    asking = client(transport, settings.timeout());
    writing = client(transport, WRITING_TIMEOUT);
  }

  /**
   * Asks for something.
   *
   * @throws IndexFailureException if no node does it in time, or it is refused
   * @throws CancellationException if the calling thread is interrupted
   */
  JsonNode ask(Call call) {
    return accepted(call, trying(asking, call, settings.patience(), Reply::passing));
  }

  /** As {@link #ask}, for what a cluster may take longer for. */
  JsonNode write(Call call) {
    return accepted(call, trying(writing, call, settings.writingPatience(), Reply::passing));
  }

  /** As {@link #ask}; empty where the cluster says that there is no such thing. */
  Optional<JsonNode> find(Call call) {
    Reply reply = trying(asking, call, settings.patience(), Reply::passing);
    return reply.status() == 404 ? Optional.empty() : Optional.of(accepted(call, reply));
  }

  /**
   * Searches all parts of a generation. What only some of them answered in time is no answer: it is
   * asked for again.
   */
  JsonNode search(Call call) {
    Call whole = call.with("allow_partial_search_results", false);
    return accepted(whole, trying(asking, whole, settings.patience(), Reply::passing));
  }

  /** As {@link #write}, for what is waited for: what was reached in time is an answer, too. */
  JsonNode await(Call call) {
    Reply reply = trying(writing, call, settings.writingPatience(), Reply::unanswered);
    return reply.answer().has("timed_out") ? reply.answer() : accepted(call, reply);
  }

  OpenSearchSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new IndexFailureException("The connections to " + where() + " cannot be closed", e);
    }
  }

  /** Waits before something is tried once more, the longer the oftener it was. */
  void pause(int attempt) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 10));
    try {
      Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private Reply trying(
      OpenSearchGenericClient client, Call call, Duration patience, Predicate<Reply> again) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (int attempt = 0; ; attempt++) {
      Reply reply = once(client, call);
      if (!again.test(reply) || System.nanoTime() > deadline) {
        return reply;
      }
      pause(attempt);
    }
  }

  private Reply once(OpenSearchGenericClient client, Call call) {
    @Nullable Body body =
        call.body().length == 0 ? null : Body.from(call.body(), call.contentType());
    try (Response response =
        client.execute(
            Requests.create(call.method(), call.path(), List.of(), call.parameters(), body))) {
      byte[] answer = response.getBody().map(Body::bodyAsBytes).orElse(NOTHING);
      return new Reply(response.getStatus(), JSON.readTree(answer), null);
    } catch (JacksonException e) {
      return new Reply(0, JSON.createObjectNode(), new IOException("It does not speak JSON", e));
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted();
      }
      return failed(e);
    }
  }

  /** The client makes a failure of some answers, and wraps that where credentials are refused. */
  private static Reply failed(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResponseException response) {
        return new Reply(response.status(), answerIn(response), failure);
      }
    }
    return new Reply(0, JSON.createObjectNode(), failure);
  }

  private JsonNode accepted(Call call, Reply reply) {
    if (reply.status() == 0) {
      throw new IndexFailureException(
          "No node of %s answers (%s). Please check that it runs and can be reached; what needs it works again by itself then"
              .formatted(where(), reason(reply.failure())),
          reply.failure());
    }
    if (reply.partial()) {
      throw new IndexFailureException(
          "%s answered %s in part only: %s. Please check its health; a part of an answer is never passed on"
              .formatted(where(), call, reply.answer().path("_shards")),
          null);
    }
    if (reply.status() >= 300) {
      Refusal refusal = Refusal.of(reply.status(), reply.answer());
      throw new IndexFailureException(
          "%s refused %s: %s%s".formatted(where(), call, refusal, refusal.wayOut()),
          reply.failure());
    }
    return reply.answer();
  }

  private String where() {
    return "the search cluster at " + settings.nodes();
  }

  private static String reason(@Nullable Throwable failure) {
    return failure == null || failure.getMessage() == null
        ? String.valueOf(failure)
        : failure.getMessage();
  }

  private static CancellationException interrupted() {
    return new CancellationException("Interrupted while the search cluster was asked");
  }

  /** The client puts what a node answered behind its own words. */
  private static JsonNode answerIn(ResponseException failure) {
    String message = String.valueOf(failure.getMessage());
    int start = message.indexOf('{');
    try {
      return start < 0 ? JSON.createObjectNode() : JSON.readTree(message.substring(start));
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static ApacheHttpClient5Transport transport(OpenSearchSettings settings) {
    HttpHost[] nodes =
        settings.nodes().stream()
            .map(node -> new HttpHost(node.getScheme(), node.getHost(), node.getPort()))
            .toArray(HttpHost[]::new);
    Header[] headers =
        settings
            .credentials()
            .authorization()
            .map(value -> new Header[] {new BasicHeader("Authorization", value, true)})
            .orElse(new Header[0]);
    ApacheHttpClient5TransportBuilder builder =
        ApacheHttpClient5TransportBuilder.builder(nodes)
            .setDefaultHeaders(headers)
            .setHttpClientConfigCallback(
                http -> http.disableAuthCaching().disableCookieManagement())
            .setConnectionConfigCallback(
                connection ->
                    connection
                        .setConnectTimeout(timeout(CONNECT_TIMEOUT))
                        .setSocketTimeout(timeout(WRITING_TIMEOUT)));
    if (!settings.path().isEmpty()) {
      builder.setPathPrefix(settings.path());
    }
    return builder.build();
  }

  private static OpenSearchGenericClient client(
      ApacheHttpClient5Transport transport, Duration timeout) {
    RequestConfig config =
        RequestConfig.custom()
            .setResponseTimeout(timeout(timeout))
            .setConnectionRequestTimeout(timeout(timeout))
            .build();
    return new OpenSearchGenericClient(
        transport, ApacheHttpClient5Options.DEFAULT.toBuilder().setRequestConfig(config).build());
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  /**
   * What came of one try.
   *
   * @param status of HTTP, 0 if no node answered
   * @param failure what the client made of it, null for an answer
   */
  private record Reply(int status, JsonNode answer, @Nullable IOException failure) {

    /** Whether it may be otherwise soon. */
    boolean passing() {
      return status == 0 || partial() || Refusal.of(status, answer).passing();
    }

    /** Whether no node said anything about it. */
    boolean unanswered() {
      return status == 0 || (status >= 500 && !answer.has("timed_out"));
    }

    /** Whether some parts of a generation did not answer, or not in time. */
    boolean partial() {
      return status < 300
          && (answer.path("timed_out").asBoolean(false)
              || answer.path("_shards").path("failed").asInt(0) > 0);
    }
  }
}
