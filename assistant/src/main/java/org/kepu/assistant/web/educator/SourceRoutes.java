package org.kepu.assistant.web.educator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.kepu.assistant.educator.export.Format;
import org.kepu.assistant.educator.generation.Generator;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.assistant.hall.Halls;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.document.Section;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What sets can be made from, and written as. */
@RestController
@Tag(name = "Educator")
final class SourceRoutes {

  private final KnowledgeBase knowledge;
  private final Halls halls;
  private final Scheduler blocking;

  SourceRoutes(KnowledgeBase knowledge, Halls halls, Scheduler blocking) {
    this.knowledge = knowledge;
    this.halls = halls;
    this.blocking = blocking;
  }

  @Operation(summary = "List the articles and their sections that sets can be made from")
  @GetMapping("/api/v1/educator/sources")
  Mono<List<Source>> sources() {
    return Mono.fromCallable(
            () ->
                knowledge.documents().stream()
                    .filter(Generator::fit)
                    .filter(document -> !(document.metadata().role() instanceof Role.Variant))
                    .map(document -> Source.of(document, halls))
                    .filter(source -> !source.sections().isEmpty())
                    .toList())
        .subscribeOn(blocking);
  }

  @Operation(summary = "List the formats sets are exported in")
  @GetMapping("/api/v1/educator/formats")
  Mono<List<FormatBody>> formats() {
    return Mono.just(
        List.of(Format.values()).stream()
            .map(format -> new FormatBody(format.code(), format.extension(), format.specified()))
            .toList());
  }

  /** An article. */
  record Source(
      String id,
      String title,
      List<String> topics,
      List<String> venues,
      List<String> exhibits,
      List<String> sections) {

    Source {
      topics = List.copyOf(topics);
      venues = List.copyOf(venues);
      exhibits = List.copyOf(exhibits);
      sections = List.copyOf(sections);
    }

    static Source of(Document document, Halls halls) {
      return new Source(
          document.id(),
          document.title(),
          document.metadata().topics(),
          document.metadata().venues(),
          halls.about(document.id()).stream().map(Exhibit::id).toList(),
          document.sections().stream().filter(Generator::fit).map(Section::heading).toList());
    }
  }

  /**
   * A format.
   *
   * @param specified whether its owner has published what it looks like
   */
  record FormatBody(String code, String extension, boolean specified) {}
}
