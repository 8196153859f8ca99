package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The texts that citations point into. */
@RestController
@Tag(name = "Documents")
final class DocumentRoutes {

  private final Library library;
  private final Scheduler blocking;

  DocumentRoutes(Library library, Scheduler blocking) {
    this.library = library;
    this.blocking = blocking;
  }

  @Operation(summary = "Read a document; without a version, the current one")
  @GetMapping("/api/v1/documents/{id}")
  Mono<DocumentBody> document(
      @PathVariable String id, @RequestParam(required = false) @Nullable String version) {
    return Mono.fromCallable(() -> find(id, version)).subscribeOn(blocking);
  }

  private DocumentBody find(String id, @Nullable String version) {
    return DocumentBody.of(library.document(id, version));
  }

  /**
   * A document as it is read.
   *
   * @param asOf the day its facts that age stood so, null where none do
   * @param text plain text; citations' offsets count its UTF-16 code units
   */
  record DocumentBody(
      String id,
      String version,
      String title,
      String text,
      List<Section> sections,
      List<String> topics,
      List<String> venues,
      List<String> sources,
      String licence,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate asOf,
      @Nullable LocalDate validTo) {

    static DocumentBody of(Document document) {
      return new DocumentBody(
          document.id(),
          document.version(),
          document.title(),
          document.text(),
          document.sections(),
          document.metadata().topics(),
          document.metadata().venues(),
          document.metadata().sources(),
          document.metadata().licence(),
          document.metadata().reviewedOn(),
          document.metadata().asOf(),
          document.metadata().validTo());
    }
  }
}
