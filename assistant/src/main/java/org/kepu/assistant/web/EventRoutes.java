package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.chat.Topics;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.reach.Interaction;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What widgets and kiosks saw, also of a time without a network. */
@RestController
@Tag(name = "Events")
final class EventRoutes {

  private static final int MOST_AT_ONCE = 100;

  private final TurnLedger ledger;
  private final Visitors visitors;
  private final TerminalPass terminals;
  private final Topics topics;
  private final InstantSource clock;
  private final MessageSource messages;
  private final JsonMapper json;
  private final Scheduler blocking;

  EventRoutes(
      TurnLedger ledger,
      Visitors visitors,
      TerminalPass terminals,
      KnowledgeBase knowledge,
      InstantSource clock,
      MessageSource messages,
      JsonMapper json,
      Scheduler blocking) {
    this.ledger = ledger;
    this.visitors = visitors;
    this.terminals = terminals;
    this.topics = new Topics(knowledge);
    this.clock = clock;
    this.messages = messages;
    this.json = json;
    this.blocking = blocking;
  }

  @Operation(
      summary = "Record events",
      description =
          "1 to 100 events. Each is recorded once, however often it is sent. Those that break a"
              + " rule are named with the reason and need not be sent again; the others are"
              + " recorded all the same.")
  @PostMapping("/api/v1/events")
  Mono<Receipt> events(@RequestBody List<JsonNode> events, ServerWebExchange exchange) {
    if (events.isEmpty() || events.size() > MOST_AT_ONCE) {
      throw ApiException.badRequest("events_number", events.size(), MOST_AT_ONCE);
    }
    return Mono.fromCallable(
            () ->
                record(
                    events,
                    visitors.of(exchange),
                    terminals.stands(exchange),
                    Callers.locale(exchange)))
        .subscribeOn(blocking);
  }

  private Receipt record(
      List<JsonNode> events, Visitor visitor, TerminalPass.Stands stands, Locale locale) {
    Instant now = clock.instant();
    List<Interaction> good = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      try {
        good.add(read(events.get(i)).toInteraction(now, visitor, stands, topics));
      } catch (ApiException e) {
        if (e.status() == HttpStatus.UNAUTHORIZED) {
          // The device is paired no longer: its queue waits until it is again.
          throw e;
        }
        String detail =
            messages.getMessage("problem." + e.code() + ".detail", e.arguments(), locale);
        rejected.add(new Rejected(i, id(events.get(i)), e.code(), detail));
      }
    }
    List<Boolean> news = good.isEmpty() ? List.of() : ledger.record(good);
    int recorded = Collections.frequency(news, true);
    return new Receipt(recorded, good.size() - recorded, rejected);
  }

  private EventBody read(JsonNode event) {
    try {
      EventBody body = json.treeToValue(event, EventBody.class);
      if (body == null) {
        throw ApiException.badRequest("event_malformed", "null");
      }
      return body;
    } catch (JacksonException e) {
      String where =
          e.getPath().isEmpty() ? "" : String.valueOf(e.getPath().getFirst().getPropertyName());
      throw ApiException.badRequest("event_malformed", where);
    }
  }

  private static @Nullable UUID id(JsonNode event) {
    try {
      return UUID.fromString(event.path("id").asString());
    } catch (IllegalArgumentException | JacksonException e) {
      return null;
    }
  }

  /**
   * What became of the events.
   *
   * @param recorded how many are new
   * @param known how many were recorded before
   * @param rejected those that break a rule
   */
  record Receipt(int recorded, int known, List<Rejected> rejected) {}

  /**
   * An event that was not recorded.
   *
   * @param index its place in the list, from 0
   * @param id its id, null if it has none that can be read
   */
  record Rejected(int index, @Nullable UUID id, String code, String detail) {}
}
