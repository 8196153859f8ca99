package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Occasions;
import org.kepu.assistant.ledger.ActivityRows;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Importer;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.OvertakenException;
import org.kepu.assistant.ledger.Plan;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.ledger.sheet.Sheet;
import org.kepu.assistant.ledger.sheet.UnreadableException;
import org.kepu.assistant.ledger.sheet.VenueNames;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.kepu.assistant.web.Limits;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What units report, and the plans that it is held to; for accounts of all venues. */
@RestController
@Tag(name = "Administration")
final class LedgerRoutes {

  private static final int LONGEST_NAME = 100;

  private final Reach reach;
  private final Importer importer;
  private final VenueNames venues;
  private final Occasions occasions;
  private final Plans plans;
  private final InstantSource clock;
  private final Scheduler blocking;

  LedgerRoutes(
      Reach reach,
      Importer importer,
      VenueNames venues,
      Occasions occasions,
      Plans plans,
      InstantSource clock,
      Scheduler blocking) {
    this.reach = reach;
    this.importer = importer;
    this.venues = venues;
    this.occasions = occasions;
    this.plans = plans;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(summary = "See the four ledgers of a period, and the public served")
  @GetMapping("/api/v1/admin/ledgers")
  Mono<Reach.View> ledgers(
      @SignedIn Account account,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(() -> reach.of(Periods.of(from, to, clock.instant())))
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Hand in a table of R2, R3, R4, books or products, as CSV or .xlsx",
      description =
          "With preview=true nothing is kept. A table with a row that cannot be read is not kept"
              + " either; each such row is named with the reason. Rows of R2 and R3 are of an activity,"
              + " named by its id: one that nobody knows is made of them. A venue is named by its id or"
              + " by what people call it. The same table again changes nothing; a failure keeps nothing"
              + " of it. 409 table_overtaken: another changed meanwhile what it belongs to.")
  @PostMapping(path = "/api/v1/admin/ledgers")
  Mono<Import> hand(
      @SignedIn Account account,
      @RequestParam(defaultValue = "false") boolean preview,
      ServerHttpRequest request) {
    Venues.mustSeeAll(account);
    return DataBufferUtils.join(request.getBody(), Limits.MAX_TABLE_KIB * 1024)
        .map(LedgerRoutes::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(
            file ->
                Mono.fromCallable(() -> imported(read(file), preview, account))
                    .subscribeOn(blocking));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private Sheet read(byte[] file) {
    try {
      return Sheet.read(file, venues);
    } catch (UnreadableException e) {
      throw ApiException.badRequest("table_unreadable");
    }
  }

  private Import imported(Sheet sheet, boolean preview, Account by) {
    List<Entry> entries = sheet.entries().stream().map(Sheet.Numbered::entry).toList();
    Importer.Outcome outcome =
        preview || !sheet.problems().isEmpty() ? importer.preview(entries) : keep(entries, by);
    List<Sheet.Problem> problems = new ArrayList<>(sheet.problems());
    for (ActivityRows.Misfit misfit : outcome.match().misfits()) {
      int row = sheet.entries().get(misfit.index()).row();
      problems.add(new Sheet.Problem(row, misfit.column(), misfit.code(), misfit.value()));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      lines.add(new Line(sheet.entries().get(i).row(), outcome.effects().get(i), entries.get(i)));
    }
    problems.sort(Comparator.comparingInt(Sheet.Problem::row));
    return new Import(outcome.kept(), lines, outcome.match().activities(), problems);
  }

  private Importer.Outcome keep(List<Entry> entries, Account by) {
    try {
      Importer.Outcome outcome = importer.keep(entries, by.name());
      occasions.refresh();
      return outcome;
    } catch (OvertakenException e) {
      throw new ApiException(HttpStatus.CONFLICT, "table_overtaken", e.name());
    }
  }

  @Operation(summary = "See how far each plan has come")
  @GetMapping("/api/v1/admin/plans")
  Mono<List<Reach.Standing>> plans(@SignedIn Account account) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(() -> reach.standings(Count.dayOf(clock.instant())))
        .subscribeOn(blocking);
  }

  @Operation(summary = "Make a plan or change it")
  @PutMapping("/api/v1/admin/plans/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> plan(@SignedIn Account account, @PathVariable UUID id, @RequestBody PlanBody body) {
    Venues.mustSeeAll(account);
    Plan plan = body.plan(id);
    return Mono.<Void>fromRunnable(() -> plans.keep(plan)).subscribeOn(blocking);
  }

  @Operation(summary = "Put a plan away")
  @DeleteMapping("/api/v1/admin/plans/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(@SignedIn Account account, @PathVariable UUID id) {
    Venues.mustSeeAll(account);
    return Mono.<Void>fromRunnable(() -> plans.remove(id)).subscribeOn(blocking);
  }

  /**
   * What became of a table.
   *
   * @param kept whether it was kept
   * @param activities that its rows make, or make longer
   */
  record Import(
      boolean kept, List<Line> lines, List<Activity> activities, List<Sheet.Problem> problems) {}

  /** A row and what became of it, or would. */
  record Line(int row, Ledgers.Effect effect, Entry entry) {}

  /** A plan as it is handed in. */
  record PlanBody(
      @Nullable String name,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      long activities,
      long books,
      long products,
      long visits) {

    Plan plan(UUID id) {
      String called = Fields.line("name", name);
      if (called.isEmpty() || called.length() > LONGEST_NAME || first == null || last == null) {
        throw ApiException.badRequest("plan_senseless");
      }
      try {
        return new Plan(id, called, first, last, activities, books, products, visits);
      } catch (IllegalArgumentException e) {
        throw ApiException.badRequest("plan_senseless");
      }
    }
  }
}
