package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.correction.Correction;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.Report;
import org.kepu.assistant.correction.Ticket;
import org.kepu.assistant.correction.TicketNumber;
import org.kepu.assistant.correction.TicketState;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** What visitors say is wrong. */
@RestController
@Tag(name = "Administration")
final class ReportRoutes {

  private static final int MOST = 200;

  private final Corrections corrections;
  private final JsonMapper json;
  private final Scheduler blocking;

  ReportRoutes(Corrections corrections, JsonMapper json, Scheduler blocking) {
    this.corrections = corrections;
    this.json = json;
    this.blocking = blocking;
  }

  @Operation(summary = "List the reports of visitors that an answer is wrong")
  @GetMapping("/api/v1/admin/corrections")
  Mono<List<Body>> list(
      @SignedIn Account account, @RequestParam(defaultValue = "true") boolean open) {
    return Mono.fromCallable(
            () ->
                corrections.list(open, MOST).stream()
                    .filter(report -> sees(account, report))
                    .map(this::body)
                    .toList())
        .subscribeOn(blocking);
  }

  @Operation(summary = "Take a report over, move it on, tell the visitor what came of it")
  @PutMapping("/api/v1/admin/corrections/{number}")
  Mono<Body> change(
      @SignedIn Account account, @PathVariable String number, @RequestBody Change change) {
    TicketNumber ticket =
        TicketNumber.parse(number).orElseThrow(() -> ApiException.notFound("ticket_unknown", ""));
    TicketState state = change.state() == null ? null : state(change.state());
    String reply = reply(change.reply());
    return Mono.fromCallable(
            () -> {
              Report before = known(ticket);
              if (!sees(account, before)) {
                throw new ApiException(
                    org.springframework.http.HttpStatus.FORBIDDEN, "venue_not_yours");
              }
              if (change.mine() != null || change.due() != null) {
                boolean mine = change.mine() == null ? before.assignee() != null : change.mine();
                corrections.assign(
                    ticket,
                    change.mine() == null ? before.assignee() : mine ? account.name() : null,
                    change.due() == null ? before.due() : change.due());
              }
              if (state != null || reply != null) {
                corrections.move(
                    ticket,
                    state == null ? before.ticket().state() : state,
                    reply == null ? before.ticket().reply() : reply);
              }
              return body(known(ticket));
            })
        .subscribeOn(blocking);
  }

  private Report known(TicketNumber number) {
    return corrections
        .report(number)
        .orElseThrow(() -> ApiException.notFound("ticket_unknown", number));
  }

  /** What was asked at no venue is for those who look after all. */
  private static boolean sees(Account account, Report report) {
    return report.venue() == null ? account.seesEverything() : account.sees(report.venue());
  }

  private Body body(Report report) {
    return new Body(
        report.ticket(),
        report.question(),
        json.readTree(report.answer()).path("text").asString(""),
        report.text(),
        report.venue(),
        report.assignee(),
        report.due());
  }

  private static TicketState state(String code) {
    try {
      return TicketState.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("ticket_state");
    }
  }

  private static @Nullable String reply(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String reply = written.strip();
    if (reply.length() > Correction.MAX_LENGTH) {
      throw ApiException.badRequest("correction_length", reply.length(), Correction.MAX_LENGTH);
    }
    return reply;
  }

  /**
   * What is to become of a report; what is null stays.
   *
   * @param mine whether the one who asks looks after it, else nobody does
   * @param reply what the visitor is told
   */
  record Change(
      @Nullable String state,
      @Nullable String reply,
      @Nullable Boolean mine,
      @Nullable Instant due) {}

  /** A report. */
  record Body(
      Ticket ticket,
      @Nullable String question,
      String answer,
      String text,
      @Nullable String venue,
      @Nullable String assignee,
      Instant due) {}
}
