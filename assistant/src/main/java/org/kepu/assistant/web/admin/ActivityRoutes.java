package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Occasions;
import org.kepu.assistant.activity.Programme;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What the academy holds. */
@RestController
@Tag(name = "Administration")
final class ActivityRoutes {

  private final Activities activities;
  private final Occasions occasions;
  private final Scheduler blocking;

  ActivityRoutes(Activities activities, Occasions occasions, Scheduler blocking) {
    this.activities = activities;
    this.occasions = occasions;
    this.blocking = blocking;
  }

  @Operation(
      summary = "See the programmes and activities",
      description =
          "The latest activity first. An account of some venues sees theirs, and those of no venue.")
  @GetMapping("/api/v1/admin/activities")
  Mono<Register> register(@SignedIn Account account) {
    return Mono.fromCallable(
            () ->
                new Register(
                    activities.programmes(),
                    activities.all().stream()
                        .filter(it -> it.venue().isEmpty() || account.sees(it.venue()))
                        .toList()))
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Make an activity, change it, close it",
      description =
          "Records of interactions and rows of tables name it by its id. Once it is closed, no table"
              + " changes what was handed in of it. One that is new has no version; one that is changed"
              + " has the version that was read. 409 activity_changed: another changed it since then;"
              + " activity_exists: the id is taken; programme_closed: the programme takes no more.")
  @PutMapping("/api/v1/admin/activities/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> activity(
      @SignedIn Account account, @PathVariable String id, @RequestBody ActivityBody body) {
    return Mono.<Void>fromRunnable(() -> keep(account, id, body)).subscribeOn(blocking);
  }

  private void keep(Account account, String id, ActivityBody body) {
    Optional<Activity> before = activities.find(id);
    before.ifPresent(known -> mustSee(account, known.venue()));
    // A table may have brought in one under a number that is no identifier; it is kept under it.
    Activity activity = body.activity(before.isPresent() ? id : identifier(id));
    mustSee(account, activity.venue());
    boolean joins = before.map(it -> !it.programme().equals(activity.programme())).orElse(true);
    if (joins && !activity.programme().isEmpty()) {
      mustTake(activity.programme());
    }
    if (!activities.keep(activity, account.name())) {
      throw activity.version() == Activity.NEW
          ? conflict("activity_exists", id)
          : conflict("activity_changed", activity.name());
    }
    occasions.refresh();
  }

  /** Turns away what would be part of something that is not there or takes no more. */
  private void mustTake(String id) {
    Programme programme =
        activities.programmes().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ApiException.badRequest("programme_unknown", id));
    if (programme.closed()) {
      throw programme.closedOn() == null
          ? conflict("programme_closed_before", programme.name())
          : conflict("programme_closed", programme.name(), programme.closedOn().toString());
    }
  }

  private static ApiException conflict(String code, Object... arguments) {
    return new ApiException(HttpStatus.CONFLICT, code, arguments);
  }

  private static void mustSee(Account account, String venue) {
    if (venue.isEmpty()) {
      Venues.mustSeeAll(account);
    } else {
      Venues.mustSee(account, venue);
    }
  }

  @Operation(
      summary = "Make a programme, change it, close it",
      description =
          "One that is closed takes no more activities. Versions are as those of activities. 409"
              + " programme_changed, programme_exists, programme_name_taken.")
  @PutMapping("/api/v1/admin/programmes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> programme(
      @SignedIn Account account, @PathVariable String id, @RequestBody ProgrammeBody body) {
    Venues.mustSeeAll(account);
    return Mono.<Void>fromRunnable(() -> keep(id, body)).subscribeOn(blocking);
  }

  private void keep(String id, ProgrammeBody body) {
    boolean known = activities.programmes().stream().anyMatch(it -> it.id().equals(id));
    Programme programme = body.programme(known ? id : identifier(id));
    switch (activities.keep(programme)) {
      case KEPT -> {}
      case NAME_TAKEN -> throw conflict("programme_name_taken", programme.name());
      case CHANGED_MEANWHILE ->
          throw programme.version() == Programme.NEW
              ? conflict("programme_exists", id)
              : conflict("programme_changed", programme.name());
    }
  }

  private static String identifier(String id) {
    return Optional.ofNullable(Fields.identifier("id", id))
        .orElseThrow(() -> ApiException.badRequest("activity_senseless"));
  }

  /** All there is. */
  record Register(List<Programme> programmes, List<Activity> activities) {

    Register {
      programmes = List.copyOf(programmes);
      activities = List.copyOf(activities);
    }
  }

  /** An activity as it is handed in. */
  @Schema(name = "ActivityBody")
  record ActivityBody(
      @Nullable String name,
      @Schema(description = "A programme's id; empty: none") @Nullable String programme,
      @Schema(description = "Empty: none, or several") @Nullable String venue,
      @Nullable String hall,
      @Schema(description = "The city it is held in; empty: the venue's") @Nullable String region,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Schema(description = "Who holds it; several are divided by “、”") @Nullable String unit,
      @Schema(description = "on_site, online or both") @Nullable String form,
      @Nullable Boolean closed,
      @Schema(description = "As it was read; left out: it is new") @Nullable Integer version) {

    Activity activity(String id) {
      if (first == null || last == null) {
        throw ApiException.badRequest("activity_senseless");
      }
      Activity.Form how =
          Arrays.stream(Activity.Form.values())
              .filter(it -> it.code().equals(text(form)))
              .findFirst()
              .orElseThrow(() -> ApiException.badRequest("activity_senseless"));
      try {
        return new Activity(
            id,
            Fields.line("name", name),
            Fields.line("programme", programme),
            text(Fields.identifier("venue", venue)),
            text(Fields.identifier("hall", hall)),
            Fields.line("region", region),
            first,
            last,
            Fields.line("unit", unit),
            how,
            Boolean.TRUE.equals(closed),
            false,
            version == null ? Activity.NEW : version);
      } catch (IllegalArgumentException e) {
        throw ApiException.badRequest("activity_senseless");
      }
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  /** A programme as it is handed in. */
  @Schema(name = "ProgrammeBody")
  record ProgrammeBody(
      @Nullable String name,
      @Nullable Boolean closed,
      @Schema(description = "As it was read; left out: it is new") @Nullable Integer version) {

    Programme programme(String id) {
      try {
        return new Programme(
            id,
            Fields.line("name", name),
            Boolean.TRUE.equals(closed),
            null,
            version == null ? Programme.NEW : version);
      } catch (IllegalArgumentException e) {
        throw ApiException.badRequest("activity_senseless");
      }
    }
  }
}
