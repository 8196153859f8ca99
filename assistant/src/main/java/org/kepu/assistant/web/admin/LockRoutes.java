package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.report.lock.Adjustment;
import org.kepu.assistant.report.lock.Lock;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.report.lock.Locks;
import org.kepu.assistant.report.lock.Verification;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The locked months and their adjusting entries; for accounts of all venues. */
@RestController
@Tag(name = "Administration")
final class LockRoutes {

  private static final int LONGEST_REASON = 300;

  private final LockKeeper keeper;
  private final Locks locks;
  private final Scheduler blocking;

  LockRoutes(LockKeeper keeper, Locks locks, Scheduler blocking) {
    this.keeper = keeper;
    this.locks = locks;
    this.blocking = blocking;
  }

  @Operation(summary = "List the locked months, their adjusting entries, and which month is next")
  @GetMapping("/api/v1/admin/reports/locks")
  Mono<Body> locks(@SignedIn Account account) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(this::body).subscribeOn(blocking);
  }

  @Operation(
      summary = "Hold every locked month against its hash and against what is counted now",
      description =
          "Says “equal”, or which month was changed where it is kept and which rows are counted"
              + " otherwise now; how much they are is not told, so that small cells stay hidden.")
  @GetMapping("/api/v1/admin/reports/locks/verification")
  Mono<Verification> verify(@SignedIn Account account) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(keeper::verify).subscribeOn(blocking);
  }

  @Operation(
      summary = "Lock a month now, without waiting for its day",
      description = "It must be over, counted to its end, and the next in turn.")
  @PostMapping("/api/v1/admin/reports/locks/{month}")
  Mono<Body> lock(@SignedIn Account account, @PathVariable String month) {
    Venues.mustSeeAll(account);
    YearMonth asked = month(month);
    return Mono.fromCallable(
            () -> {
              if (keeper.lock(asked, account.name()).isEmpty()) {
                throw new ApiException(HttpStatus.CONFLICT, "lock_refused");
              }
              return body();
            })
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Make adjusting entries for what is counted otherwise than it was locked",
      description =
          "One for each total that differs, with a reason. The locked figures stay as they are. The"
              + " service does the same by itself every night, and looks up what came in late.")
  @PostMapping("/api/v1/admin/reports/locks/adjustments")
  Mono<List<Adjustment>> adjust(@SignedIn Account account, @RequestBody Reason body) {
    Venues.mustSeeAll(account);
    String reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw ApiException.badRequest("reason_missing", LONGEST_REASON);
    }
    return Mono.fromCallable(() -> keeper.adjust(account.name(), reason)).subscribeOn(blocking);
  }

  private Body body() {
    return new Body(locks.all(), locks.adjustments(), keeper.next().orElse(null));
  }

  private static YearMonth month(String written) {
    try {
      return YearMonth.parse(written);
    } catch (DateTimeException e) {
      throw ApiException.badRequest("span_senseless");
    }
  }

  /**
   * What is locked.
   *
   * @param next the month that is to be locked next, null while nothing was counted yet
   */
  record Body(List<Lock> locks, List<Adjustment> adjustments, @Nullable YearMonth next) {}

  /** Why something is counted otherwise. */
  record Reason(@Nullable String reason) {}
}
