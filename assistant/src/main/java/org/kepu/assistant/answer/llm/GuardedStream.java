package org.kepu.assistant.answer.llm;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;

/**
 * A guard around LangChain4j's streaming, which reports a stream that was cut off as complete, an
 * error as an error and then a completion, and silence as nothing at all.
 *
 * <p>It ends once: properly, when the model gave its finish reason, or as a failure. It bounds the
 * time to the first words, between words and in all, and the length of what is written: also of
 * what was written but not yet read.
 */
final class GuardedStream implements ModelStream {

  private static final int REQUEST_TIMEOUT = 408;

  private final Deadlines deadlines;
  private final int mostCharacters;
  private final long promptCharacters;
  private final Runnable cancel;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private volatile @Nullable Usage told;
  private volatile int written;
  private boolean begun;

  /**
   * @param cancel ends the exchange with the model; called at most once for each close
   */
  GuardedStream(Deadlines deadlines, int mostCharacters, long promptCharacters, Runnable cancel) {
    this.deadlines = deadlines;
    this.mostCharacters = mostCharacters;
    this.promptCharacters = promptCharacters;
    this.cancel = cancel;
  }

  @Override
  public Optional<String> next() throws InterruptedException {
    long nanos = deadlines.patience(begun);
    Signal signal = nanos > 0 ? signals.poll(nanos, TimeUnit.NANOSECONDS) : null;
    return switch (signal) {
      case null ->
          throw new ModelFailureException(Kind.SILENT, "The model was silent for too long", null);
      case Signal.Words words -> {
        begun = true;
        yield Optional.of(words.text());
      }
      case Signal.Finished finished -> Optional.empty();
      case Signal.Failed failed ->
          throw new ModelFailureException(failed.kind(), failed.message(), failed.cause());
    };
  }

  @Override
  public Usage usage() {
    Usage own = told;
    // No tokenizer we know of makes more tokens than characters of Chinese.
    return own == null ? new Usage(promptCharacters, written) : own;
  }

  @Override
  public void close() {
    cancel.run();
  }

  StreamingChatResponseHandler handler() {
    return new Handler();
  }

  /** Called by one thread, the model's. */
  private final class Handler implements StreamingChatResponseHandler {

    private boolean ended;

    @Override
    public void onPartialResponse(String words) {
      int soFar = written + words.length();
      written = soFar;
      if (soFar <= mostCharacters) {
        end(new Signal.Words(words), false);
      } else {
        end(
            new Signal.Failed(
                Kind.TOO_LONG,
                "The model wrote more than %d characters".formatted(mostCharacters),
                null),
            true);
        cancel.run();
      }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      TokenUsage usage = response.tokenUsage();
      if (usage != null && usage.inputTokenCount() != null && usage.outputTokenCount() != null) {
        told = new Usage(usage.inputTokenCount(), usage.outputTokenCount());
      }
      FinishReason reason = response.finishReason();
      end(
          reason == FinishReason.STOP
              ? new Signal.Finished()
              : new Signal.Failed(
                  Kind.UNFINISHED, "The stream ended with finish reason " + reason, null),
          true);
    }

    @Override
    public void onError(Throwable error) {
      end(new Signal.Failed(kind(error), "The model failed", error), true);
    }

    private void end(Signal signal, boolean last) {
      if (!ended) {
        ended = last;
        signals.add(signal);
      }
    }
  }

  private static Kind kind(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerSentEvents.OverlongException) {
        return Kind.TOO_LONG;
      }
      if (cause instanceof HttpException http) {
        int status = http.statusCode();
        return status < 500 && status != REQUEST_TIMEOUT ? Kind.REFUSED : Kind.BROKEN;
      }
    }
    return Kind.BROKEN;
  }

  /** What the model's thread tells the reader's. */
  private sealed interface Signal {
    record Words(String text) implements Signal {}

    record Finished() implements Signal {}

    record Failed(Kind kind, String message, @Nullable Throwable cause) implements Signal {}
  }
}
