package org.kepu.assistant.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.Vote;
import org.kepu.assistant.guard.PersonalData;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What a visitor does with an answer, and with a conversation. */
@RestController
@Tag(name = "Answers")
final class AnswerRoutes {

  private static final int MAX_REASON = 500;

  private final TurnLedger ledger;
  private final Forgetting forgetting;
  private final Scheduler blocking;

  AnswerRoutes(TurnLedger ledger, Forgetting forgetting, Scheduler blocking) {
    this.ledger = ledger;
    this.forgetting = forgetting;
    this.blocking = blocking;
  }

  @Operation(summary = "Vote on an answer; the last vote counts")
  @PostMapping("/api/v1/answers/{answerId}/feedback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> feedback(@PathVariable UUID answerId, @RequestBody Feedback feedback) {
    if (feedback.vote() == null) {
      throw ApiException.badRequest("vote_missing");
    }
    String reason = feedback.reason() == null ? null : feedback.reason().strip();
    if (reason != null && reason.length() > MAX_REASON) {
      throw ApiException.badRequest("reason_length", reason.length(), MAX_REASON);
    }
    Vote vote = feedback.vote().vote;
    return Mono.fromCallable(() -> ledger.vote(answerId.toString(), vote, kept(reason)))
        .subscribeOn(blocking)
        .flatMap(
            known ->
                known
                    ? Mono.empty()
                    : Mono.error(ApiException.notFound("answer_unknown", answerId)));
  }

  private static @Nullable String kept(@Nullable String reason) {
    return reason == null ? null : PersonalData.removedFrom(reason);
  }

  @Operation(summary = "Forget a conversation: the next visitor sees nothing")
  @DeleteMapping("/api/v1/conversations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> forget(@PathVariable UUID id) {
    return Mono.fromRunnable(() -> forgetting.forget(id)).subscribeOn(blocking).then();
  }

  /** The body of a vote. */
  record Feedback(@Nullable Direction vote, @Nullable String reason) {}

  /** A vote as it is written on the wire. */
  enum Direction {
    UP(Vote.UP),
    DOWN(Vote.DOWN);

    private final Vote vote;

    Direction(Vote vote) {
      this.vote = vote;
    }

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
