package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.FileKind;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import org.kepu.assistant.web.Limits;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The files that prove what units report, for accounts of all venues. */
@RestController
@Tag(name = "Administration")
final class EvidenceRoutes {

  private static final int LONGEST_NAME = 200;

  private final EvidenceFiles files;
  private final Scheduler blocking;

  EvidenceRoutes(EvidenceFiles files, Scheduler blocking) {
    this.files = files;
    this.blocking = blocking;
  }

  @Operation(summary = "See which files prove what, with their SHA-256")
  @GetMapping("/api/v1/admin/ledgers/evidence")
  Mono<List<EvidenceFiles.Filed>> filed(@SignedIn Account account) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(files::all).subscribeOn(blocking);
  }

  @Operation(
      summary = "Hand in a file that proves something: PDF, PNG or JPEG, up to 8 MiB",
      description =
          "It is kept under the name by which rows of tables cite it. What it is is told by its"
              + " content. The same file under the same name again changes nothing; files are never"
              + " changed or deleted.")
  @PostMapping("/api/v1/admin/ledgers/evidence")
  Mono<EvidenceFiles.Filed> hand(
      @SignedIn Account account,
      @RequestParam String evidence,
      @RequestParam String name,
      ServerHttpRequest request) {
    Venues.mustSeeAll(account);
    String cited = Fields.line("evidence", evidence);
    String called = Fields.line("name", name);
    if (cited.isEmpty()
        || called.isEmpty()
        || cited.length() > LONGEST_NAME
        || called.length() > LONGEST_NAME) {
      throw ApiException.badRequest("evidence_senseless", LONGEST_NAME);
    }
    return DataBufferUtils.join(request.getBody(), Limits.MAX_EVIDENCE_KIB * 1024)
        .onErrorMap(DataBufferLimitException.class, e -> Limits.tooLarge(Limits.MAX_EVIDENCE_KIB))
        .map(EvidenceRoutes::bytes)
        .defaultIfEmpty(new byte[0])
        .flatMap(
            content ->
                Mono.fromCallable(
                        () -> files.keep(cited, called, kind(content), content, account.name()))
                    .subscribeOn(blocking));
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static FileKind kind(byte[] content) {
    return FileKind.of(content).orElseThrow(() -> ApiException.badRequest("evidence_kind"));
  }

  @Operation(summary = "Take a piece of evidence along")
  @GetMapping("/api/v1/admin/ledgers/evidence/{sha256}")
  Mono<ResponseEntity<byte[]>> content(@SignedIn Account account, @PathVariable String sha256) {
    Venues.mustSeeAll(account);
    return Mono.fromCallable(
            () ->
                files
                    .content(sha256)
                    .map(EvidenceRoutes::toSave)
                    .orElseThrow(() -> ApiException.notFound("evidence_unknown", sha256)))
        .subscribeOn(blocking);
  }

  /** Never shown in the page, whatever it holds. */
  private static ResponseEntity<byte[]> toSave(EvidenceFiles.Content content) {
    EvidenceFiles.Filed filed = content.filed();
    // Neither a path nor marks that turn the end of a name around.
    String called = filed.fileName().replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:\"]", "_");
    String extension = "." + filed.kind().extension();
    boolean named =
        called.toLowerCase(Locale.ROOT).endsWith(extension)
            || (filed.kind() == FileKind.JPEG && called.toLowerCase(Locale.ROOT).endsWith(".jpeg"));
    ContentDisposition attachment =
        ContentDisposition.attachment()
            .filename(named ? called : called + extension, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(filed.kind().mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .body(content.bytes());
  }
}
