package org.kepu.assistant.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Secret;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.chat.Answer;
import org.kepu.assistant.conversation.Remembered;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.kiosk.KioskSettings;
import org.kepu.assistant.kiosk.TakenAnswers;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.reach.Flag;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.Scene;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that visitors take along from a terminal: a code to scan, and the page it leads to. The
 * secret stands after the {@code #}, which browsers send to nobody, and only the page's script
 * opens it: who looks at the address beforehand, as messengers do, does not use it up.
 */
@RestController
@Tag(name = "Kiosk")
final class TakenRoutes {

  private static final Resource PAGE = new ClassPathResource("static/taken/index.html");
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** Longer ones are no conversations of a visitor at a terminal. */
  private static final int MOST_TURNS = 100;

  private final TurnLedger ledger;
  private final TakenAnswers taken;
  private final TerminalPass terminals;
  private final Visitors visitors;
  private final KioskSettings settings;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Scheduler blocking;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  TakenRoutes(
      TurnLedger ledger,
      TakenAnswers taken,
      TerminalPass terminals,
      Visitors visitors,
      KioskSettings settings,
      JsonMapper json,
      InstantSource clock,
      Scheduler blocking) {
    this.ledger = ledger;
    this.taken = taken;
    this.terminals = terminals;
    this.visitors = visitors;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(hidden = true)
  @GetMapping(path = "/t", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(PAGE);
  }

  @Operation(
      summary = "Make the address that takes an answer along from a terminal",
      description =
          "It opens once, within 10 minutes, and shows the answer and its sources, not the question.")
  @PostMapping("/api/v1/kiosk/take-along")
  Mono<Offer> offer(@RequestBody Wish wish, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> offered(wish, exchange)).subscribeOn(blocking);
  }

  private Offer offered(Wish wish, ServerWebExchange exchange) {
    UUID conversation = wish.conversationId();
    UUID answerId = wish.answerId();
    if (conversation == null || answerId == null) {
      throw ApiException.badRequest("malformed_request");
    }
    TerminalPass.Stand stand =
        terminals
            .stands(exchange)
            .at(Channel.KIOSK, Fields.identifier("terminal", wish.terminal()));
    Answer answer =
        ledger.remembered(conversation.toString(), MOST_TURNS).stream()
            .map(Remembered::answer)
            .filter(Objects::nonNull)
            .map(text -> json.readValue(text, Answer.class))
            .filter(one -> one.answerId().equals(answerId.toString()))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("answer_unknown", answerId));
    String secret = Secret.random();
    Instant now = clock.instant();
    Terminal terminal = stand.terminal();
    TakenAnswers.Taken kept =
        new TakenAnswers.Taken(
            answer.conversationId(),
            answer.answerId(),
            terminal == null ? wish.terminal() : terminal.id(),
            terminal == null ? null : terminal.configuration().venue(),
            terminal == null ? null : terminal.configuration().hall(),
            terminal == null ? null : terminal.configuration().exhibit(),
            json.writeValueAsString(TakenAnswer.of(answer)));
    taken.keep(Secret.hash(secret), kept, now.plus(LASTS));
    Visitor visitor = visitors.of(exchange);
    note(
        Interaction.Type.QR_SHOWN,
        kept.conversationId(),
        kept,
        scene(Channel.KIOSK, null, kept, stand.trial() ? visitor.tried() : visitor.flags()));
    String base =
        settings.publicAddress().isEmpty()
            ? Callers.reachedAt(exchange.getRequest().getURI())
            : settings.publicAddress();
    return new Offer(base + "/t#" + secret, now.plus(LASTS));
  }

  @Operation(
      summary = "Open an answer that was taken along; it is spent afterwards",
      description = "410 where it was opened before or its 10 minutes are over.")
  @PostMapping("/api/v1/taken")
  Mono<TakenAnswer> open(@RequestBody Ticket ticket, ServerWebExchange exchange) {
    String secret = ticket.token() == null ? "" : ticket.token();
    return Mono.fromCallable(() -> opened(secret, exchange)).subscribeOn(blocking);
  }

  private TakenAnswer opened(String secret, ServerWebExchange exchange) {
    return switch (taken.open(Secret.hash(secret), clock.instant())) {
      case TakenAnswers.Opening.Opened(TakenAnswers.Taken kept) -> {
        Visitor visitor = visitors.of(exchange);
        // A conversation of its own, whose parent is the terminal's: it adds nothing to R1.
        note(
            Interaction.Type.QR_OPENED,
            ids.generate().toString(),
            kept,
            scene(Channel.H5, visitor.key(), kept, visitor.flags()));
        yield json.readValue(kept.answer(), TakenAnswer.class);
      }
      case TakenAnswers.Opening.Spent spent ->
          throw new ApiException(HttpStatus.GONE, "taken_spent");
      case TakenAnswers.Opening.Gone gone -> throw new ApiException(HttpStatus.GONE, "taken_gone");
    };
  }

  private void note(
      Interaction.Type type, String conversationId, TakenAnswers.Taken kept, Scene scene) {
    ledger.record(
        List.of(
            Interaction.noted(
                ids.generate(), clock.instant(), type, conversationId, kept.answerId(), scene)));
  }

  private static Scene scene(
      Channel channel, @Nullable String visitor, TakenAnswers.Taken kept, Set<Flag> flags) {
    return Scene.builder()
        .parentConversationId(channel == Channel.H5 ? kept.conversationId() : null)
        .visitorKey(visitor)
        .channel(channel)
        .terminal(kept.terminal())
        .venue(kept.venue())
        .hall(kept.hall())
        .exhibit(kept.exhibit())
        .flags(flags)
        .build();
  }

  /**
   * The body of a wish.
   *
   * @param terminal that it is wished at, where it is not paired
   */
  @Schema(name = "TakeAlong")
  record Wish(@Nullable UUID conversationId, @Nullable UUID answerId, @Nullable String terminal) {}

  /**
   * What is shown as a code to scan.
   *
   * @param url the address
   */
  @Schema(name = "TakeAlongOffer")
  record Offer(String url, Instant expiresAt) {}

  /** The body of an opening. */
  @Schema(name = "TakenToken")
  record Ticket(@Nullable String token) {}

  /** An answer with its sources, without the question. */
  record TakenAnswer(
      Outcome outcome,
      List<Answer.SaidSentence> sentences,
      List<Citation> citations,
      String generatedBy,
      String aiLabel) {

    TakenAnswer {
      sentences = List.copyOf(sentences);
      citations = List.copyOf(citations);
    }

    static TakenAnswer of(Answer answer) {
      return new TakenAnswer(
          answer.outcome(),
          answer.sentences(),
          answer.citations(),
          answer.generatedBy(),
          answer.aiLabel());
    }
  }
}
