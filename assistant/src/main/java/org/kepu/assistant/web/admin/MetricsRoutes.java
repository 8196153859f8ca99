package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.reach.figures.Dashboard;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The figures of reach. */
@RestController
@Tag(name = "Administration")
final class MetricsRoutes {

  private final Dashboard dashboard;
  private final InstantSource clock;
  private final Scheduler blocking;

  MetricsRoutes(Dashboard dashboard, InstantSource clock, Scheduler blocking) {
    this.dashboard = dashboard;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(
      summary = "See the figures of a period, with those before it",
      description =
          "Days are those of Asia/Shanghai, the first and the last included; without them, today."
              + " Cells under 10 are hidden (null), and others with them where a total would give"
              + " them away.")
  @GetMapping("/api/v1/admin/metrics")
  Mono<Dashboard.View> metrics(
      @SignedIn Account account,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String venue) {
    Period period = Periods.of(from, to, clock.instant());
    return Mono.fromCallable(() -> dashboard.of(period, Venues.of(account, venue)))
        .subscribeOn(blocking);
  }
}
