package org.kepu.assistant.web.educator;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.educator.BadOrderException;
import org.kepu.assistant.educator.ItemSet;
import org.kepu.assistant.educator.Slot;
import org.kepu.assistant.educator.Slot.Decision;
import org.kepu.assistant.educator.Studio;
import org.kepu.assistant.educator.export.Exporter;
import org.kepu.assistant.educator.export.Format;
import org.kepu.assistant.educator.export.Paper;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Visitors;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sets of course questions. Whoever has the role and a set's link may read it, unless the accounts
 * of its owner and of the reader are for different houses; its owner alone changes it.
 */
@RestController
@Tag(name = "Educator")
final class ItemSetRoutes {

  private static final String SETS = "/api/v1/educator/item-sets";

  private final Studio studio;
  private final Map<Format, Exporter> exporters;
  private final Visitors visitors;
  private final InstantSource clock;
  private final Scheduler blocking;

  ItemSetRoutes(
      Studio studio,
      List<Exporter> exporters,
      Visitors visitors,
      InstantSource clock,
      Scheduler blocking) {
    this.studio = studio;
    this.exporters = new EnumMap<>(Format.class);
    exporters.forEach(exporter -> this.exporters.put(exporter.format(), exporter));
    this.visitors = visitors;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(
      summary = "Have a set made",
      description =
          "It is made in the background: read the set to see its progress until its state is ready.")
  @PostMapping(SETS)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<SetBody> begin(
      @SignedIn Account account, @RequestBody OrderBody body, ServerWebExchange exchange) {
    Scene scene = scene(exchange);
    return call(
        () -> shown(studio.begin(body.order(), account.name(), account.venues(), scene), account));
  }

  @Operation(summary = "List one’s own sets, the latest first, without their items")
  @GetMapping(SETS)
  Mono<List<SetBody>> sets(@SignedIn Account account) {
    return call(() -> studio.of(account.name()).stream().map(set -> shown(set, account)).toList());
  }

  @Operation(summary = "Read a set, as it is or as it was at a version")
  @GetMapping(SETS + "/{id}")
  Mono<SetBody> set(
      @SignedIn Account account,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer version) {
    return call(() -> shown(readable(id, version, account), account));
  }

  @Operation(summary = "Stop the making of a set; what was made by then is kept")
  @PostMapping(SETS + "/{id}/cancel")
  Mono<SetBody> cancel(@SignedIn Account account, @PathVariable String id) {
    return call(
        () -> {
          owned(id, account);
          studio.cancel(id);
          return shown(find(id, null), account);
        });
  }

  @Operation(
      summary = "Delete one’s own set, with all its versions",
      description =
          "It cannot be brought back, and a link to it answers 410 from then on. What was counted of it"
              + " stays counted.")
  @DeleteMapping(SETS + "/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> delete(@SignedIn Account account, @PathVariable String id) {
    return call(() -> {
          owned(id, account);
          return studio.delete(id);
        })
        .then();
  }

  @Operation(summary = "Accept or reject an item, with a reason; or take that back")
  @PostMapping(SETS + "/{id}/slots/{number}/review")
  Mono<SetBody> review(
      @SignedIn Account account,
      @PathVariable String id,
      @PathVariable int number,
      @RequestBody Review body,
      ServerWebExchange exchange) {
    Decision decision =
        OrderBody.value(Decision.class, body.decision() == null ? "" : body.decision());
    String reason = body.reason() == null ? "" : body.reason().strip();
    if (reason.length() > Slot.LONGEST_REASON) {
      throw ApiException.badRequest("reason_length", reason.length(), Slot.LONGEST_REASON);
    }
    Scene scene = scene(exchange);
    return changed(
        id,
        account,
        set -> studio.decide(set, body.version(), number, decision, reason, account.name(), scene));
  }

  @Operation(summary = "Word an item anew; its source stays, and it must be reviewed again")
  @PutMapping(SETS + "/{id}/slots/{number}")
  Mono<SetBody> reword(
      @SignedIn Account account,
      @PathVariable String id,
      @PathVariable int number,
      @RequestBody Wording body) {
    return changed(
        id,
        account,
        set ->
            studio.reword(set, body.version(), number, body.of(slot(set, number)), account.name()));
  }

  @Operation(
      summary = "Put another item of the same kind in a place",
      description = "It comes from the set’s sections, and must be reviewed.")
  @PostMapping(SETS + "/{id}/slots/{number}/renew")
  Mono<SetBody> renew(
      @SignedIn Account account,
      @PathVariable String id,
      @PathVariable int number,
      @RequestBody Renewed body) {
    return changed(id, account, set -> studio.renew(set, body.version(), number, account.name()));
  }

  @Operation(summary = "List a set’s versions, the latest first")
  @GetMapping(SETS + "/{id}/versions")
  Mono<List<VersionBody>> versions(@SignedIn Account account, @PathVariable String id) {
    return call(
        () ->
            studio.versions(readable(id, null, account)).stream()
                .map(version -> new VersionBody(version.number(), version.at()))
                .toList());
  }

  @Operation(
      summary = "Make a set what it was at a version",
      description = "That is a new version; those between stay.")
  @PostMapping(SETS + "/{id}/restore")
  Mono<SetBody> restore(
      @SignedIn Account account, @PathVariable String id, @RequestBody Restored body) {
    return changed(
        id, account, set -> studio.restore(set, body.version(), body.from(), account.name()));
  }

  @Operation(summary = "Give a set another title and its places another order")
  @PutMapping(SETS + "/{id}/order")
  Mono<SetBody> arrange(
      @SignedIn Account account, @PathVariable String id, @RequestBody Arrangement body) {
    return changed(
        id,
        account,
        set ->
            studio.arrange(
                set,
                body.version(),
                body.title() == null ? set.title() : body.title(),
                body.order() == null
                    ? set.slots().stream().map(Slot::number).toList()
                    : body.order(),
                account.name()));
  }

  @Operation(
      summary = "Export a set",
      description =
          "gift, moodle, qti, anki, kahoot, chaoxing, wenjuanxing, tencent, csv, docx or pdf. Of what"
              + " the gates refused or a person rejected nothing is exported; with only=accepted, what"
              + " a person accepted alone. “已审核” stands on it if a person accepted all of it.")
  @GetMapping(SETS + "/{id}/export")
  Mono<ResponseEntity<byte[]>> export(
      @SignedIn Account account,
      @PathVariable String id,
      @RequestParam String format,
      @RequestParam(defaultValue = "teacher") String paper,
      @RequestParam(required = false) @Nullable String only,
      ServerWebExchange exchange) {
    Scene scene = scene(exchange);
    return call(
        () -> {
          Exporter exporter =
              Format.of(format)
                  .map(exporters::get)
                  .orElseThrow(() -> ApiException.badRequest("format_unknown"));
          ItemSet set = readable(id, null, account);
          Paper printed = paper(set, !paper.equals("student"), "accepted".equals(only));
          byte[] file = exporter.export(printed);
          studio.exported(set, exporter.format().code(), scene);
          return file(printed, exporter.format(), file);
        });
  }

  private Paper paper(ItemSet set, boolean teacher, boolean acceptedOnly) {
    List<Slot> slots =
        set.slots().stream()
            .filter(slot -> slot.decision() == Decision.ACCEPTED || !acceptedOnly)
            .filter(
                slot ->
                    slot.decision() == Decision.ACCEPTED
                        || (slot.decision() == Decision.OPEN && slot.objections().isEmpty()))
            .toList();
    if (slots.isEmpty()) {
      throw new ApiException(HttpStatus.CONFLICT, "nothing_to_export");
    }
    return new Paper(
        set.title(),
        set.order().stage(),
        slots.stream().map(Slot::item).toList(),
        ItemSet.reviewed(slots),
        teacher,
        set.id(),
        set.version(),
        Instant.ofEpochMilli(clock.millis()));
  }

  private static ResponseEntity<byte[]> file(Paper paper, Format format, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(paper.fileName(format), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(content);
  }

  private Mono<SetBody> changed(String id, Account account, Change change) {
    return call(
        () -> {
          ItemSet set = owned(id, account);
          if (change.to(set).isEmpty()) {
            throw new ApiException(HttpStatus.CONFLICT, "set_changed");
          }
          return shown(find(id, null), account);
        });
  }

  private ItemSet owned(String id, Account account) {
    ItemSet set = find(id, null);
    if (!set.owner().equals(account.name())) {
      throw new ApiException(HttpStatus.FORBIDDEN, "set_not_yours");
    }
    return set;
  }

  /** A set that its link may show to this account. */
  private ItemSet readable(String id, @Nullable Integer version, Account account) {
    ItemSet set = find(id, version);
    boolean inside =
        set.owner().equals(account.name())
            || set.venues().isEmpty()
            || account.seesEverything()
            || set.venues().stream().anyMatch(account::sees);
    if (!inside) {
      throw new ApiException(HttpStatus.FORBIDDEN, "venue_not_yours");
    }
    return set;
  }

  private ItemSet find(String id, @Nullable Integer version) {
    Optional<ItemSet> set = version == null ? studio.find(id) : studio.find(id, version);
    return set.orElseThrow(
        () ->
            studio.deleted(id)
                ? new ApiException(HttpStatus.GONE, "set_deleted")
                : ApiException.notFound("set_unknown"));
  }

  private static Slot slot(ItemSet set, int number) {
    return set.slots().stream()
        .filter(slot -> slot.number() == number)
        .findFirst()
        .orElseThrow(() -> new BadOrderException("slot_unknown", number));
  }

  private static SetBody shown(ItemSet set, Account account) {
    return SetBody.of(set, account.name(), Paper.AI_LABEL);
  }

  private Scene scene(ServerWebExchange exchange) {
    Scene seen = visitors.scene(exchange);
    return Scene.builder()
        .visitorKey(seen.visitorKey())
        .channel(Channel.EDUCATOR)
        .audience(Audience.EDUCATOR)
        .flags(seen.flags())
        .build();
  }

  /** What breaks an educator's rule is the caller's mistake; a used-up quota passes. */
  private <T> Mono<T> call(Callable<T> work) {
    return Mono.fromCallable(work)
        .subscribeOn(blocking)
        .onErrorMap(
            BadOrderException.class,
            e -> new ApiException(status(e.code()), e.code(), e.arguments()));
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case "quota_used" -> HttpStatus.TOO_MANY_REQUESTS;
      case "slot_unknown", "version_unknown" -> HttpStatus.NOT_FOUND;
      case "nothing_else" -> HttpStatus.CONFLICT;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  /** The version that a change is made to. */
  record Renewed(int version) {}

  /** The version that a change is made to, and the one to go back to. */
  record Restored(int version, int from) {}

  /** A version of a set, and when it was made. */
  record VersionBody(int version, Instant at) {}

  /** A person's word on an item. */
  record Review(int version, @Nullable String decision, @Nullable String reason) {}

  /** A person's words for an item; what is left out stays. */
  record Wording(
      int version, @Nullable String stem, @Nullable Content content, @Nullable String explanation) {

    private static final int LONGEST = 2_000;

    Item of(Slot slot) {
      Item item = slot.item();
      String newStem = stem == null ? item.stem() : stem.strip();
      String newExplanation = explanation == null ? item.explanation() : explanation.strip();
      if (newStem.length() > LONGEST || newExplanation.length() > LONGEST) {
        throw ApiException.badRequest("item_length", LONGEST);
      }
      try {
        return new Item(
            item.kind(),
            newStem,
            content == null ? item.content() : content,
            newExplanation,
            item.evidence(),
            item.alignment(),
            item.author());
      } catch (IllegalArgumentException e) {
        throw ApiException.badRequest("item_malformed");
      }
    }
  }

  /** Another title, another order. */
  record Arrangement(int version, @Nullable String title, @Nullable List<Integer> order) {}

  /** A change of a set, which gives its new version. */
  private interface Change {
    Optional<Integer> to(ItemSet set);
  }
}
