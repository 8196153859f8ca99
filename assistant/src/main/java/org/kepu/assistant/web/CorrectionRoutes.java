package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.correction.Correction;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.Ticket;
import org.kepu.assistant.correction.TicketNumber;
import org.kepu.assistant.guard.PersonalData;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** “This is wrong”, and what became of it. */
@RestController
@Tag(name = "Answers")
final class CorrectionRoutes {

  private final Corrections corrections;
  private final Scheduler blocking;

  CorrectionRoutes(Corrections corrections, Scheduler blocking) {
    this.corrections = corrections;
    this.blocking = blocking;
  }

  @Operation(
      summary = "Report that an answer is wrong",
      description =
          "The report keeps the question and the answer for an editor, and the words without telephone"
              + " numbers and the like. The same words about the same answer again give the same"
              + " ticket.")
  @PostMapping("/api/v1/answers/{answerId}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Ticket> report(@PathVariable UUID answerId, @RequestBody Report report) {
    Correction correction = report.about(answerId);
    return Mono.fromCallable(
            () ->
                corrections
                    .file(correction)
                    .orElseThrow(() -> ApiException.notFound("answer_unknown", answerId)))
        .subscribeOn(blocking);
  }

  @Operation(summary = "See what became of a report")
  @GetMapping("/api/v1/tickets/{number}")
  Mono<Ticket> ticket(@PathVariable String number) {
    return Mono.fromCallable(
            () ->
                TicketNumber.parse(number)
                    .flatMap(corrections::find)
                    .orElseThrow(() -> ApiException.notFound("ticket_unknown", shown(number))))
        .subscribeOn(blocking);
  }

  private static String shown(String number) {
    return number.length() > 20 ? number.substring(0, 20) + "…" : number;
  }

  /** The body of a report. */
  record Report(@Nullable String text) {

    Correction about(UUID answerId) {
      String words = text == null ? "" : text.strip();
      if (words.isEmpty() || words.length() > Correction.MAX_LENGTH) {
        throw ApiException.badRequest("correction_length", words.length(), Correction.MAX_LENGTH);
      }
      return new Correction(answerId.toString(), PersonalData.removedFrom(words));
    }
  }
}
