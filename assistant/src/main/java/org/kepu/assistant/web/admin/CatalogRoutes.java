package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.web.account.SignedIn;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.document.Document;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What is answered from. */
@RestController
@Tag(name = "Administration")
final class CatalogRoutes {

  private final KnowledgeBase knowledge;
  private final Scheduler blocking;

  CatalogRoutes(KnowledgeBase knowledge, Scheduler blocking) {
    this.knowledge = knowledge;
    this.blocking = blocking;
  }

  @Operation(summary = "List the documents that are answered from")
  @GetMapping("/api/v1/admin/documents")
  Mono<List<Body>> list(@SignedIn Account account) {
    return Mono.fromCallable(
            () ->
                knowledge.documents().stream()
                    .filter(
                        document ->
                            document.metadata().venues().isEmpty()
                                || document.metadata().venues().stream().anyMatch(account::sees))
                    .map(Body::of)
                    .toList())
        .subscribeOn(blocking);
  }

  /** A document. */
  record Body(
      String id,
      String title,
      List<String> topics,
      List<String> venues,
      @Nullable LocalDate reviewedOn,
      @Nullable LocalDate reviewBy,
      @Nullable LocalDate validTo) {

    static Body of(Document document) {
      return new Body(
          document.id(),
          document.title(),
          document.metadata().topics(),
          document.metadata().venues(),
          document.metadata().reviewedOn(),
          document.metadata().reviewBy(),
          document.metadata().validTo());
    }
  }
}
