package org.kepu.assistant.chat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.kepu.assistant.answer.Answerer;
import org.kepu.assistant.answer.DirectAnswerer;
import org.kepu.assistant.context.Context;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.guard.Guard;
import org.kepu.assistant.register.Wording;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers questions, as a stream of events or as a whole.
 *
 * <p>Nothing happens until someone subscribes; a subscriber that leaves cancels the work. When the
 * service stops, answers still open after the grace period end with {@link ShuttingDownException}.
 */
public final class ChatService implements SmartLifecycle {

  private final Turns turns;
  private final ChatSettings settings;
  private volatile Sinks.Empty<Void> closing = Sinks.empty();
  private volatile boolean started;

  public ChatService(
      KnowledgeBase knowledge,
      Guard guard,
      Context context,
      DirectAnswerer direct,
      Answerer answerer,
      TurnLedger ledger,
      ChatSettings settings,
      Wording wording,
      OpeningQuestions openings,
      MessageSource messages,
      JsonMapper json,
      MeterRegistry meters,
      InstantSource clock) {
    this.turns =
        new Turns(
            knowledge, guard, context, direct, answerer, ledger, settings, wording, openings,
            messages, json, meters, clock);
    this.settings = settings;
  }

  /** The events of a turn, {@link ChatEvent.Accepted} first and {@link ChatEvent.Done} last. */
  public Flux<ChatEvent> stream(ChatRequest request) {
    Flux<ChatEvent> events = Flux.create(sink -> onOwnThread(request, sink));
    Mono<ChatEvent> stopped = closing.asMono().then(Mono.error(ShuttingDownException::new));
    return events.mergeWith(stopped).takeUntil(ChatEvent.Done.class::isInstance);
  }

  /** The same, whole. */
  public Mono<Answer> answer(ChatRequest request) {
    return stream(request).collectList().map(Answer::told);
  }

  /**
   * The bridge from blocking to reactive: a virtual thread a turn, interrupted when nobody listens.
   */
  private void onOwnThread(ChatRequest request, FluxSink<ChatEvent> sink) {
    Thread thread = Thread.ofVirtual().name("turn").unstarted(() -> take(request, sink));
    sink.onDispose(thread::interrupt);
    thread.start();
  }

  private void take(ChatRequest request, FluxSink<ChatEvent> sink) {
    try {
      turns.take(request, sink::next);
      sink.complete();
    } catch (InterruptedException e) {
      // The subscriber is gone, and the turn is recorded as cancelled.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      sink.error(e);
    }
  }

  @Override
  public void start() {
    // It may have been stopped before.
    closing = Sinks.empty();
    started = true;
  }

  @Override
  public void stop() {
    started = false;
    Sinks.Empty<Void> closed = closing;
    // The web server meanwhile takes no new requests and waits for the open ones.
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Thread.sleep(settings.shutdownGrace());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              closed.tryEmitEmpty();
            });
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
