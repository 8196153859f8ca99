package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Provider;
import org.kepu.assistant.site.Site;
import org.kepu.assistant.site.SiteSettings;
import org.kepu.assistant.site.Sites;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How the widget looks and speaks on a site, and what lets it ask from there. */
@RestController
@Tag(name = "Chat")
final class ConfigRoutes {

  private static final List<String> LANGUAGES =
      Stream.of(Language.values()).map(language -> language.locale().toLanguageTag()).toList();

  private final Sites sites;
  private final SiteSettings settings;
  private final ModelSettings models;
  private final MessageSource messages;
  private final Scheduler blocking;

  ConfigRoutes(
      Sites sites,
      SiteSettings settings,
      ModelSettings models,
      MessageSource messages,
      Scheduler blocking) {
    this.sites = sites;
    this.settings = settings;
    this.models = models;
    this.messages = messages;
    this.blocking = blocking;
  }

  @Operation(
      summary = "The widget's settings on a site",
      description =
          "For a page of a registered site, or an app that shows the site's device token in"
              + " X-Kepu-Device-Token, with a token to send as X-Kepu-Site-Token until it expires."
              + " Without a site: the settings of our own pages, which need no token.")
  @GetMapping("/api/v1/config")
  Mono<ResponseEntity<WidgetConfig>> config(
      @RequestParam(required = false) @Nullable String site, ServerWebExchange exchange) {
    return Mono.fromCallable(() -> of(site, exchange))
        .subscribeOn(blocking)
        .map(config -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(config));
  }

  private WidgetConfig of(@Nullable String id, ServerWebExchange exchange) {
    if (id == null) {
      OtherOrigins.otherOrigin(exchange.getRequest())
          .ifPresent(
              origin -> {
                throw OtherOrigins.unknown(origin);
              });
      return config(null, null, exchange);
    }
    String origin = OtherOrigins.otherOrigin(exchange.getRequest()).orElse("");
    String device = OtherOrigins.header(exchange.getRequest(), OtherOrigins.DEVICE_TOKEN);
    return switch (sites.enter(id, origin, device)) {
      case Sites.Entry.Open open -> config(open.site(), open.token(), exchange);
      case Sites.Entry.UnknownSite unknown ->
          throw new ApiException(HttpStatus.FORBIDDEN, "site_unknown", shown(id));
      // Our own pages may show a site as it looks there; they need no token.
      case Sites.Entry.OtherOrigin other when origin.isEmpty() ->
          config(other.site(), null, exchange);
      case Sites.Entry.OtherOrigin other -> throw OtherOrigins.unknown(origin);
    };
  }

  private WidgetConfig config(
      @Nullable Site site, Sites.@Nullable Token token, ServerWebExchange exchange) {
    return new WidgetConfig(
        site == null ? null : site.id(),
        site == null || site.venue().isEmpty() ? null : site.venue(),
        site == null ? "light" : site.theme(),
        site == null || site.greeting().isEmpty() ? null : site.greeting(),
        LANGUAGES,
        models.providers().stream().findFirst().map(Provider::model).orElse(null),
        settings.filingNumber().isEmpty() ? null : settings.filingNumber(),
        messages.getMessage("answer.ai-label", null, Callers.locale(exchange)),
        token == null ? null : token.value(),
        token == null ? null : token.expiresAt());
  }

  private static String shown(String id) {
    return id.substring(0, Math.min(id.length(), 64));
  }

  /**
   * The answer.
   *
   * @param model that phrases answers, null where they are quoted
   * @param filingNumber of the generative service, null where there is none
   * @param token null for our own pages
   */
  record WidgetConfig(
      @Nullable String site,
      @Nullable String venue,
      String theme,
      @Nullable String greeting,
      List<String> languages,
      @Nullable String model,
      @Nullable String filingNumber,
      String aiLabel,
      @Nullable String token,
      @Nullable Instant tokenExpiresAt) {}
}
