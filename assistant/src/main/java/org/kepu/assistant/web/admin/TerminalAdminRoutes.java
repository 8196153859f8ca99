package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.kiosk.Availability;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Hours;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.kepu.assistant.kiosk.Version;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.http.HttpStatus;
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

/** The terminals: which there are, how they are, what they are set to. */
@RestController
@Tag(name = "Administration")
final class TerminalAdminRoutes {

  private static final Duration COUNTED = Duration.ofDays(7);

  private final TerminalKeeper keeper;
  private final InstantSource clock;
  private final Scheduler blocking;

  TerminalAdminRoutes(TerminalKeeper keeper, InstantSource clock, Scheduler blocking) {
    this.keeper = keeper;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(
      summary = "List the terminals, which of them are silent, and since when",
      description =
          "A terminal is silent from which no three heartbeats came in a row during its hours."
              + " Availability is minutes with a heartbeat ÷ opening minutes, of the last 7 days.")
  @GetMapping("/api/v1/admin/terminals")
  Mono<List<Standing>> list(
      @SignedIn Account account, @RequestParam(required = false) @Nullable String venue) {
    Set<String> venues = Venues.of(account, venue);
    return Mono.fromCallable(
            () ->
                keeper.all().stream()
                    .filter(
                        terminal ->
                            venues.isEmpty() || venues.contains(terminal.configuration().venue()))
                    .map(this::standing)
                    .toList())
        .subscribeOn(blocking);
  }

  @Operation(summary = "Register a terminal")
  @PostMapping("/api/v1/admin/terminals")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Standing> register(@SignedIn Account account, @RequestBody NewTerminal body) {
    Configuration configuration = body.configuration();
    Venues.mustSee(account, configuration.venue());
    String id = Fields.identifier("id", body.id());
    if (id == null) {
      throw ApiException.badRequest("terminal_senseless", "id");
    }
    return Mono.fromCallable(
            () -> {
              if (!keeper.register(id, configuration, account.name())) {
                throw new ApiException(HttpStatus.CONFLICT, "terminal_exists", id);
              }
              return standing(known(account, id));
            })
        .subscribeOn(blocking);
  }

  @Operation(summary = "Set a terminal otherwise; it follows once nobody is before it")
  @PutMapping("/api/v1/admin/terminals/{id}")
  Mono<Standing> change(
      @SignedIn Account account, @PathVariable String id, @RequestBody Settings body) {
    Configuration configuration = body.configuration();
    Venues.mustSee(account, configuration.venue());
    return Mono.fromCallable(
            () -> {
              known(account, id);
              keeper.change(id, configuration, account.name());
              return standing(known(account, id));
            })
        .subscribeOn(blocking);
  }

  @Operation(summary = "List what a terminal was set to, the newest first")
  @GetMapping("/api/v1/admin/terminals/{id}/versions")
  Mono<List<VersionBody>> versions(@SignedIn Account account, @PathVariable String id) {
    return Mono.fromCallable(
            () -> {
              known(account, id);
              return keeper.versions(id).stream().map(VersionBody::of).toList();
            })
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Set a terminal as it was in an earlier version",
      description = "That becomes a new version, so that it stays known what was shown when.")
  @PostMapping("/api/v1/admin/terminals/{id}/versions/{number}/restore")
  Mono<Standing> rollBack(
      @SignedIn Account account, @PathVariable String id, @PathVariable int number) {
    return Mono.fromCallable(
            () -> {
              known(account, id);
              Configuration earlier =
                  keeper.versions(id).stream()
                      .filter(version -> version.number() == number)
                      .findFirst()
                      .map(Version::configuration)
                      .orElseThrow(
                          () -> ApiException.notFound("terminal_version_unknown", id, number));
              Venues.mustSee(account, earlier.venue());
              OptionalInt version = keeper.rollBack(id, number, account.name());
              if (version.isEmpty()) {
                throw ApiException.notFound("terminal_version_unknown", id, number);
              }
              return standing(known(account, id));
            })
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Make a code that pairs a device with a terminal, once, within 10 minutes",
      description = "The device that is paired now stays so until the code is used.")
  @PostMapping("/api/v1/admin/terminals/{id}/code")
  Mono<Code> code(@SignedIn Account account, @PathVariable String id) {
    return Mono.fromCallable(
            () -> {
              known(account, id);
              TerminalKeeper.Code code =
                  keeper
                      .offer(id, account.name())
                      .orElseThrow(() -> ApiException.notFound("terminal_unknown", id));
              return new Code(id, code.digits(), code.expiresAt());
            })
        .subscribeOn(blocking);
  }

  @Operation(summary = "Take a terminal’s token away: its device is paired no longer")
  @DeleteMapping("/api/v1/admin/terminals/{id}/token")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> revoke(@SignedIn Account account, @PathVariable String id) {
    return Mono.<Void>fromRunnable(
            () -> {
              known(account, id);
              keeper.revoke(id, account.name());
            })
        .subscribeOn(blocking);
  }

  private Terminal known(Account account, String id) {
    Terminal terminal =
        keeper.find(id).orElseThrow(() -> ApiException.notFound("terminal_unknown", id));
    Venues.mustSee(account, terminal.configuration().venue());
    return terminal;
  }

  private Standing standing(Terminal terminal) {
    Instant now = clock.instant();
    Availability availability = keeper.availability(terminal, now.minus(COUNTED));
    return new Standing(
        terminal.id(),
        terminal.version(),
        Settings.of(terminal.configuration()),
        terminal.state(now).name().toLowerCase(Locale.ROOT),
        terminal.silentSince(now),
        terminal.lastBeatAt(),
        terminal.pairedAt(),
        terminal.appliedVersion(),
        codeWaitsUntil(terminal, now),
        availability.minutes(),
        availability.openingMinutes(),
        availability.share());
  }

  private static @Nullable Instant codeWaitsUntil(Terminal terminal, Instant now) {
    Instant expires = terminal.codeExpiresAt();
    return expires != null && expires.isAfter(now) ? expires : null;
  }

  /**
   * A terminal and how it is.
   *
   * @param state {@code unpaired}, {@code alive}, {@code silent}, or {@code closed}: silent outside
   *     of its hours
   * @param silentSince null where it is not silent
   * @param appliedVersion of the configuration it shows, null where it did not say yet
   * @param codeExpiresAt until when a pairing code waits, null: none does
   * @param minutes opening minutes with a heartbeat in the last 7 days
   * @param openingMinutes opening minutes in the last 7 days since it was first paired
   * @param availability null where it was never open
   */
  @Schema(name = "TerminalStanding")
  record Standing(
      String id,
      int version,
      Settings settings,
      String state,
      @Nullable Instant silentSince,
      @Nullable Instant lastBeatAt,
      @Nullable Instant pairedAt,
      @Nullable Integer appliedVersion,
      @Nullable Instant codeExpiresAt,
      long minutes,
      long openingMinutes,
      @Nullable Double availability) {}

  /** A code to type at the terminal, which is shown once. */
  @Schema(name = "PairingCode")
  record Code(String terminal, String code, Instant expiresAt) {}

  /** What a terminal was set to from a moment on. */
  @Schema(name = "TerminalVersion")
  record VersionBody(int number, Settings settings, String changedBy, Instant at) {

    static VersionBody of(Version version) {
      return new VersionBody(
          version.number(),
          Settings.of(version.configuration()),
          version.changedBy(),
          version.at());
    }
  }

  /** A terminal as it is handed in. */
  record NewTerminal(
      @Nullable String id,
      @Nullable String name,
      @Nullable String venue,
      @Nullable String hall,
      @Nullable String exhibit,
      @Nullable String opens,
      @Nullable String closes,
      @Nullable List<Integer> closedOn,
      @Nullable List<LocalDate> closures,
      @Nullable String audience,
      @Nullable Boolean low,
      @Nullable Boolean large) {

    Configuration configuration() {
      return new Settings(
              name, venue, hall, exhibit, opens, closes, closedOn, closures, audience, low, large)
          .configuration();
    }
  }

  /**
   * What a terminal is set to.
   *
   * @param opens like 09:00, in Beijing
   * @param closes like 17:00
   * @param closedOn days of the week, 1 is Monday
   * @param closures planned ones
   * @param audience {@code general}, {@code child} or {@code elder}
   */
  @Schema(name = "TerminalSettings")
  record Settings(
      @Nullable String name,
      @Nullable String venue,
      @Nullable String hall,
      @Nullable String exhibit,
      @Nullable String opens,
      @Nullable String closes,
      @Nullable List<Integer> closedOn,
      @Nullable List<LocalDate> closures,
      @Nullable String audience,
      @Nullable Boolean low,
      @Nullable Boolean large) {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_CLOSURES = 400;

    static Settings of(Configuration set) {
      Hours hours = set.hours();
      return new Settings(
          set.name(),
          set.venue(),
          set.hall(),
          set.exhibit(),
          hours.opens().toString(),
          hours.closes().toString(),
          hours.closedOn().stream().map(DayOfWeek::getValue).toList(),
          List.copyOf(hours.closures()),
          set.audience().code(),
          set.low(),
          set.large());
    }

    Configuration configuration() {
      String place = Fields.identifier("venue", venue);
      String called = name == null ? "" : name.strip();
      if (called.isEmpty() || called.length() > LONGEST_NAME) {
        throw ApiException.badRequest("terminal_senseless", "name");
      }
      if (place == null) {
        throw ApiException.badRequest("terminal_senseless", "venue");
      }
      return new Configuration(
          called,
          place,
          Fields.identifier("hall", hall),
          Fields.identifier("exhibit", exhibit),
          hours(),
          listeners(),
          Boolean.TRUE.equals(low),
          Boolean.TRUE.equals(large));
    }

    private Hours hours() {
      try {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        List<LocalDate> closed = closures == null ? List.of() : closures;
        if (closed.size() > MOST_CLOSURES
            || closed.stream().anyMatch(Objects::isNull)
            || days(closedOn).anyMatch(Objects::isNull)) {
          throw ApiException.badRequest("terminal_senseless", "closures");
        }
        days(closedOn).map(DayOfWeek::of).forEach(days::add);
        return new Hours(
            LocalTime.parse(opens == null ? "" : opens),
            LocalTime.parse(closes == null ? "" : closes),
            days,
            new TreeSet<>(closed));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw ApiException.badRequest("terminal_senseless", "opens, closes, closedOn");
      }
    }

    private static Stream<Integer> days(@Nullable List<Integer> named) {
      return named == null ? Stream.empty() : named.stream();
    }

    private Audience listeners() {
      for (Audience one : List.of(Audience.GENERAL, Audience.CHILD, Audience.ELDER)) {
        if (audience == null || one.code().equals(audience)) {
          return one;
        }
      }
      throw ApiException.badRequest("terminal_senseless", "audience");
    }
  }
}
