package org.kepu.assistant.answer.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange with a model, as LangChain4j's client for it. Unlike the one that comes with
 * LangChain4j it can be ended before anything came back, and reads no line without an end into the
 * heap. Asked for once.
 */
final class Exchange implements HttpClient, ServerSentEventParsingHandle {

  /** As much of an error's body as a log wants. */
  private static final int ERROR_BYTES = 2_000;

  private final java.net.http.HttpClient http;
  private final int mostInEvent;
  private final long most;
  private @Nullable CompletableFuture<HttpResponse<InputStream>> response;
  private @Nullable InputStream body;
  private boolean cancelled;

  /**
   * @param mostInEvent characters of a line
   * @param most characters in all
   */
  Exchange(java.net.http.HttpClient http, int mostInEvent, long most) {
    this.http = http;
    this.mostInEvent = mostInEvent;
    this.most = most;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new UnsupportedOperationException("Models are asked for streams only");
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    CompletableFuture<HttpResponse<InputStream>> sent =
        http.sendAsync(request(request), BodyHandlers.ofInputStream());
    if (!began(sent)) {
      return;
    }
    Thread.ofVirtual().name("model").start(() -> read(sent, listener));
  }

  private static java.net.http.HttpRequest request(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.method().name(), BodyPublishers.ofString(request.body()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private void read(
      CompletableFuture<HttpResponse<InputStream>> sent, ServerSentEventListener listener) {
    try {
      HttpResponse<InputStream> answer = sent.get();
      try (InputStream stream = answer.body()) {
        if (opened(stream)) {
          read(answer, stream, listener);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      listener.onError(Optional.ofNullable(e.getCause()).orElse(e));
    } catch (IOException | RuntimeException e) {
      listener.onError(e);
    }
  }

  private void read(
      HttpResponse<InputStream> answer, InputStream stream, ServerSentEventListener listener)
      throws IOException {
    if (answer.statusCode() != 200) {
      listener.onError(
          new HttpException(
              answer.statusCode(),
              new String(stream.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8)));
      return;
    }
    listener.onOpen(
        SuccessfulHttpResponse.builder()
            .statusCode(answer.statusCode())
            .headers(answer.headers().map())
            .build());
    ServerSentEvents events = new ServerSentEvents(stream, mostInEvent, most);
    ServerSentEventContext context = new ServerSentEventContext(this);
    for (Optional<ServerSentEvent> event = events.next();
        event.isPresent() && !isCancelled();
        event = events.next()) {
      listener.onEvent(event.get(), context);
    }
    if (!isCancelled()) {
      listener.onClose();
    }
  }

  private synchronized boolean began(CompletableFuture<HttpResponse<InputStream>> sent) {
    response = sent;
    if (cancelled) {
      sent.cancel(true);
    }
    return !cancelled;
  }

  private synchronized boolean opened(InputStream stream) {
    body = stream;
    return !cancelled;
  }

  @Override
  public void cancel() {
    InputStream open;
    synchronized (this) {
      cancelled = true;
      open = body;
      if (response != null) {
        response.cancel(true);
      }
    }
    if (open != null) {
      close(open);
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // Whoever closes it wants no more of it.
    }
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** What LangChain4j builds its client with; the times are kept by {@link GuardedStream}. */
  HttpClientBuilder asBuilder() {
    return new Builder();
  }

  private final class Builder implements HttpClientBuilder {

    private Duration connectTimeout = Duration.ZERO;
    private Duration readTimeout = Duration.ZERO;

    @Override
    public Duration connectTimeout() {
      return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      connectTimeout = timeout;
      return this;
    }

    @Override
    public Duration readTimeout() {
      return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      readTimeout = timeout;
      return this;
    }

    @Override
    public HttpClient build() {
      return Exchange.this;
    }
  }
}
