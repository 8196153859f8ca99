package org.kepu.assistant.answer.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerFailureException;

/**
 * A guard around LangChain4j's streaming, which reports a stream that was cut off as complete, an
 * error as an error and then a completion, and silence as nothing at all.
 *
 * <p>It ends once: properly, when the model gave its finish reason, or as a failure. It bounds the
 * time to the first words, between words and in all, and the length of what is written.
 */
final class GuardedStream implements ModelStream {

  private final ModelSettings settings;
  private final long deadline;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable StreamingHandle> handle = new AtomicReference<>();
  private volatile boolean closed;
  private boolean begun;
  private int characters;

  GuardedStream(ModelSettings settings) {
    this.settings = settings;
    deadline = System.nanoTime() + settings.totalTimeout().toNanos();
  }

  @Override
  public Optional<String> next() throws InterruptedException {
    Duration patience = begun ? settings.idleTimeout() : settings.firstTokenTimeout();
    long nanos = Math.min(patience.toNanos(), deadline - System.nanoTime());
    Signal signal = nanos > 0 ? signals.poll(nanos, TimeUnit.NANOSECONDS) : null;
    return switch (signal) {
      case null -> throw new AnswerFailureException("The model was silent for too long", null);
      case Signal.Words words -> Optional.of(counted(words.text()));
      case Signal.Finished finished -> Optional.empty();
      case Signal.Failed failed ->
          throw new AnswerFailureException("The model failed", failed.cause());
    };
  }

  private String counted(String words) {
    begun = true;
    characters += words.length();
    if (characters > settings.maxCharacters()) {
      throw new AnswerFailureException(
          "The model wrote more than %d characters".formatted(settings.maxCharacters()), null);
    }
    return words;
  }

  @Override
  public void close() {
    closed = true;
    StreamingHandle open = handle.get();
    if (open != null && !open.isCancelled()) {
      open.cancel();
    }
  }

  StreamingChatResponseHandler handler() {
    return new Handler();
  }

  private final class Handler implements StreamingChatResponseHandler {

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
      handle.set(context.streamingHandle());
      if (closed) {
        context.streamingHandle().cancel();
      } else {
        signals.add(new Signal.Words(partial.text()));
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      FinishReason reason = response.finishReason();
      signals.add(
          reason == FinishReason.STOP
              ? new Signal.Finished()
              : new Signal.Failed(
                  new IllegalStateException("The stream ended with finish reason " + reason)));
    }

    @Override
    public void onError(Throwable error) {
      signals.add(new Signal.Failed(error));
    }
  }

  /** What the model's thread tells the reader's; after the first end nobody listens. */
  private sealed interface Signal {
    record Words(String text) implements Signal {}

    record Finished() implements Signal {}

    record Failed(Throwable cause) implements Signal {}
  }
}
