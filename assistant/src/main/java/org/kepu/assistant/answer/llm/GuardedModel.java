package org.kepu.assistant.answer.llm;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model only while it works, has room, and the day's budget has tokens left; once more, at
 * once, if the connection breaks before its first words; and writes down what each call cost.
 */
public final class GuardedModel implements LanguageModel {

  private static final Logger log = LoggerFactory.getLogger(GuardedModel.class);
  private static final float HALF = 50;

  private final LanguageModel model;
  private final ModelSettings settings;
  private final Spending spending;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;

  public GuardedModel(LanguageModel model, ModelSettings settings, Spending spending) {
    this.model = model;
    this.settings = settings;
    this.spending = spending;
    breaker =
        CircuitBreaker.of(
            model.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.failuresToRest())
                .minimumNumberOfCalls(settings.failuresToRest())
                .failureRateThreshold(HALF)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    bulkhead =
        Bulkhead.of(
            model.name(),
            BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrency())
                .maxWaitDuration(Duration.ZERO)
                .build());
  }

  /**
   * The models of {@code settings}, in the order in which they are asked. Whoever asks has models
   * of their own, so that nobody's failures open another's circuit; the budget is everybody's.
   */
  public static List<LanguageModel> all(ModelSettings settings, Spending spending) {
    return settings.providers().stream()
        .<LanguageModel>map(
            provider -> new GuardedModel(new OpenAiModel(provider, settings), settings, spending))
        .toList();
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public ModelStream write(Prompt prompt, Deadlines deadlines) {
    if (!bulkhead.tryAcquirePermission()) {
      throw new ModelFailureException(
          Kind.BUSY, "%d answers are with it".formatted(settings.concurrency()), null);
    }
    if (!breaker.tryAcquirePermission()) {
      bulkhead.onComplete();
      throw new ModelFailureException(
          Kind.RESTING, "It failed too often and is left alone for " + settings.rest(), null);
    }
    try {
      return new Call(prompt, deadlines, reserve(prompt));
    } catch (RuntimeException e) {
      breaker.releasePermission();
      bulkhead.onComplete();
      throw e;
    }
  }

  /** The most tokens that a call with its other try may cost. */
  public static long mostTokens(Prompt prompt, ModelSettings settings) {
    return 2 * (prompt.characters() + settings.maxCharacters());
  }

  private Spending.Reservation reserve(Prompt prompt) {
    return spending
        .reserve(mostTokens(prompt, settings))
        .orElseThrow(
            () ->
                new ModelFailureException(
                    Kind.OVER_BUDGET,
                    "The day's %d tokens are spent".formatted(settings.dailyTokens()),
                    null));
  }

  /** One call with its other try. It is settled once, when it is closed. */
  private final class Call implements ModelStream {

    private final Prompt prompt;
    private final Deadlines deadlines;
    private final Spending.Reservation reservation;
    private final long start = System.nanoTime();
    private Usage before = new Usage(0, 0);
    private int tries;
    private long firstWords = -1;
    private @Nullable ModelStream stream;
    private @Nullable ModelFailureException failure;
    private boolean finished;
    private boolean closed;

    Call(Prompt prompt, Deadlines deadlines, Spending.Reservation reservation) {
      this.prompt = prompt;
      this.deadlines = deadlines;
      this.reservation = reservation;
    }

    @Override
    public Optional<String> next() throws InterruptedException {
      try {
        return read();
      } catch (ModelFailureException e) {
        if (tries > 1 || firstWords >= 0 || e.kind() != Kind.BROKEN) {
          failure = e;
          throw e;
        }
        log.info("{} broke before its first words and is asked once more: {}", name(), said(e));
        stop();
        return next();
      }
    }

    private Optional<String> read() throws InterruptedException {
      if (stream == null) {
        tries++;
        stream = model.write(prompt, deadlines);
      }
      Optional<String> words = stream.next();
      if (firstWords < 0) {
        firstWords = System.nanoTime() - start;
      }
      finished = words.isEmpty();
      return words;
    }

    private void stop() {
      if (stream != null) {
        stream.close();
        before = before.and(stream.usage());
        stream = null;
      }
    }

    @Override
    public Usage usage() {
      return stream == null ? before : before.and(stream.usage());
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      stop();
      bulkhead.onComplete();
      record();
      // A thread that is still marked as interrupted cannot wait for a database connection.
      boolean interrupted = Thread.interrupted();
      spending.settle(reservation, before.total());
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      logCost();
    }

    /** A visitor who leaves says nothing about the model. */
    private void record() {
      long nanos = System.nanoTime() - start;
      if (failure != null) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
      } else if (finished) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      } else {
        breaker.releasePermission();
      }
    }

    private void logCost() {
      log.atInfo()
          .addKeyValue("model", name())
          .addKeyValue("prompt", prompt.version())
          .addKeyValue("inputTokens", before.input())
          .addKeyValue("outputTokens", before.output())
          .addKeyValue("tries", tries)
          .addKeyValue(
              "firstWordsMs", firstWords < 0 ? -1 : Duration.ofNanos(firstWords).toMillis())
          .addKeyValue("totalMs", Duration.ofNanos(System.nanoTime() - start).toMillis())
          .addKeyValue("end", failure == null ? (finished ? "stop" : "left") : failure.kind())
          .log("Model call");
    }
  }

  /** What a failure says, with the cause that lies deepest. */
  static String said(ModelFailureException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(failure.getMessage());
    return cause == failure ? message : message + ": " + cause;
  }
}
