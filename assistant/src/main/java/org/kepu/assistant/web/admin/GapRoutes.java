package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.gap.Gap;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What visitors ask in vain. */
@RestController
@Tag(name = "Administration")
final class GapRoutes {

  private static final int MOST = 200;

  private final Gaps gaps;
  private final InstantSource clock;
  private final Scheduler blocking;

  GapRoutes(Gaps gaps, InstantSource clock, Scheduler blocking) {
    this.gaps = gaps;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(summary = "List the questions without a good answer, grouped by meaning")
  @GetMapping("/api/v1/admin/gaps")
  Mono<List<Gap>> list(
      @SignedIn Account account,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(required = false) @Nullable String venue) {
    return Mono.fromCallable(() -> gaps.list(open, Venues.of(account, venue), MOST))
        .subscribeOn(blocking);
  }

  @Operation(summary = "Take a gap over, hand it back, close it or open it again")
  @PutMapping("/api/v1/admin/gaps/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> change(@SignedIn Account account, @PathVariable UUID id, @RequestBody Change change) {
    return Mono.<Void>fromRunnable(
            () -> {
              Gap gap = gaps.find(id).orElseThrow(() -> ApiException.notFound("gap_unknown"));
              // Where it was asked at others, too, it is not one venue's to close.
              if (!account.seesAll(gap.venues().keySet())) {
                throw new ApiException(HttpStatus.FORBIDDEN, "venue_not_yours");
              }
              if (change.mine() != null) {
                gaps.assign(id, change.mine() ? account.name() : null);
              }
              if (change.open() != null && change.open()) {
                gaps.reopen(id);
              } else if (change.open() != null) {
                gaps.close(id, account.name(), clock.instant());
              }
            })
        .subscribeOn(blocking);
  }

  /**
   * What is to become of it; what is null stays.
   *
   * @param mine whether the one who asks looks after it, else nobody does
   */
  record Change(@Nullable Boolean mine, @Nullable Boolean open) {}
}
