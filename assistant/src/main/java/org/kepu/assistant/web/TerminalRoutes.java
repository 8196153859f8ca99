package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.kepu.assistant.kiosk.pack.Pack;
import org.kepu.assistant.kiosk.pack.Packs;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What a terminal asks for itself, with nobody before it. */
@RestController
@Tag(name = "Kiosk")
final class TerminalRoutes {

  private static final int SECONDS_TO_WAIT = 60;

  private final TerminalKeeper keeper;
  private final TerminalPass pass;
  private final Packs packs;
  private final Halls halls;
  private final Visitors visitors;
  private final Scheduler blocking;

  TerminalRoutes(
      TerminalKeeper keeper,
      TerminalPass pass,
      Packs packs,
      Halls halls,
      Visitors visitors,
      Scheduler blocking) {
    this.keeper = keeper;
    this.pass = pass;
    this.packs = packs;
    this.halls = halls;
    this.visitors = visitors;
    this.blocking = blocking;
  }

  @Operation(
      summary = "Pair this device with a terminal by its code",
      description =
          "The code comes from /admin, holds for 10 minutes and once. The terminal’s token is set as"
              + " a cookie; the one before it is void.")
  @PostMapping("/api/v1/kiosk/pair")
  Mono<Settings> pair(@RequestBody Code body, ServerWebExchange exchange) {
    String code = body.code() == null ? "" : body.code().replaceAll("[\\s-]", "");
    return Mono.fromCallable(() -> paired(code, exchange)).subscribeOn(blocking);
  }

  private Settings paired(String code, ServerWebExchange exchange) {
    return switch (keeper.pair(code, visitors.passing(exchange))) {
      case TerminalKeeper.Pairing.Paired paired -> {
        pass.give(exchange, paired.token());
        yield settings(paired.terminal());
      }
      case TerminalKeeper.Pairing.Wrong wrong ->
          throw new ApiException(HttpStatus.FORBIDDEN, "pairing_code_wrong");
      case TerminalKeeper.Pairing.TooOften often -> {
        exchange.getResponse().getHeaders().set("Retry-After", String.valueOf(SECONDS_TO_WAIT));
        throw new ApiException(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", SECONDS_TO_WAIT);
      }
    };
  }

  @Operation(summary = "What this terminal is set to")
  @GetMapping("/api/v1/kiosk/configuration")
  Mono<ResponseEntity<Settings>> configuration(ServerWebExchange exchange) {
    return Mono.fromCallable(() -> settings(pass.terminal(exchange)))
        .subscribeOn(blocking)
        .map(settings -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(settings));
  }

  @Operation(
      summary = "Say that this terminal lives",
      description =
          "Every 30 seconds, with the version of the configuration it shows; the answer tells the"
              + " version it should show.")
  @PutMapping("/api/v1/kiosk/heartbeat")
  Mono<Pulse> heartbeat(@RequestBody Beat body, ServerWebExchange exchange) {
    return Mono.fromCallable(
            () -> {
              Terminal terminal = pass.terminal(exchange);
              keeper.beat(terminal, body.version() == null ? 0 : body.version());
              pass.renew(exchange);
              return new Pulse(terminal.version());
            })
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "What a terminal answers from without a network",
      description =
          "Sections of the collection to quote, those of the hall first, then those of the venue, up"
              + " to a size that the service is set to.")
  @GetMapping("/api/v1/kiosk/pack")
  Mono<ResponseEntity<Pack>> pack(
      @RequestParam(required = false) @Nullable String venue,
      @RequestParam(required = false) @Nullable String hall) {
    String house = Fields.identifier("venue", venue);
    String room = Fields.identifier("hall", hall);
    return Mono.fromCallable(() -> packs.of(house, room))
        .subscribeOn(blocking)
        .map(
            pack ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .eTag(pack.version())
                    .body(pack));
  }

  private Settings settings(Terminal terminal) {
    return Settings.of(terminal, halls.hall(terminal.configuration().hall()).orElse(null));
  }

  /** The body of a pairing. */
  @Schema(name = "Pairing")
  record Code(
      @Schema(description = "8 digits; spaces and hyphens are passed over", example = "1234 5678")
          @Nullable String code) {}

  /**
   * The body of a sign of life.
   *
   * @param version the configuration it shows, null: none yet
   */
  record Beat(@Nullable Integer version) {}

  /**
   * The answer to a sign of life.
   *
   * @param version the configuration it should show
   */
  record Pulse(int version) {}

  /**
   * What a terminal is set to, as far as it has to know.
   *
   * @param hallNames the hall's name by the languages' tags, null where the hall is not known
   */
  @Schema(name = "KioskSettings")
  record Settings(
      String terminal,
      int version,
      String name,
      String venue,
      @Nullable String hall,
      @Nullable Map<String, String> hallNames,
      @Nullable String exhibit,
      Audience audience,
      boolean low,
      boolean large) {

    static Settings of(Terminal terminal, @Nullable Hall hall) {
      Configuration set = terminal.configuration();
      return new Settings(
          terminal.id(),
          terminal.version(),
          set.name(),
          set.venue(),
          set.hall(),
          hall == null ? null : HallRoutes.names(hall.name(), hall.english()),
          set.exhibit(),
          set.audience(),
          set.low(),
          set.large());
    }
  }
}
