package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.chat.OpeningQuestions;
import org.kepu.assistant.register.TraditionalScript;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Questions to begin with. */
@RestController
@Tag(name = "Chat")
final class SuggestionRoutes {

  private final OpeningQuestions questions;
  private final Scheduler blocking;

  SuggestionRoutes(OpeningQuestions questions, Scheduler blocking) {
    this.questions = questions;
    this.blocking = blocking;
  }

  @Operation(
      summary = "6 to 8 tappable questions for a place and an audience",
      description =
          "The exhibit’s first, then the hall’s, then the venue’s, then others; drawn anew each time."
              + " An id that nobody knows is passed over. In Chinese; for the locale zh-TW in"
              + " Traditional characters")
  @GetMapping("/api/v1/suggestions")
  Mono<Suggested> suggestions(
      @Parameter(description = "The house", example = "milu") @RequestParam(required = false)
          @Nullable String venue,
      @Parameter(description = "As GET /api/v1/halls lists them", example = "milu-deer")
          @RequestParam(required = false)
          @Nullable String hall,
      @Parameter(description = "What the visitor stands before", example = "milu-01")
          @RequestParam(required = false)
          @Nullable String exhibit,
      @Parameter(
              description =
                  "To child, those that are answered in children’s words come first, and short ones")
          @RequestParam(required = false)
          @Nullable Audience audience,
      @RequestParam(required = false) @Nullable String locale) {
    Language language = Fields.language(locale, Language.SIMPLIFIED);
    Audience asked = audience == null ? Audience.GENERAL : audience;
    return Mono.fromCallable(
            () -> new Suggested(written(questions.at(venue, hall, exhibit, asked), language)))
        .subscribeOn(blocking);
  }

  private static List<String> written(List<String> questions, Language language) {
    return language == Language.TRADITIONAL
        ? questions.stream().map(TraditionalScript::of).toList()
        : questions;
  }

  record Suggested(List<String> suggestions) {}
}
