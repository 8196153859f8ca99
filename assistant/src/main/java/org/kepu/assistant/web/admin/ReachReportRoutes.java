package org.kepu.assistant.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReportMaker;
import org.kepu.assistant.report.Span;
import org.kepu.assistant.report.write.Form;
import org.kepu.assistant.report.write.ReportWriter;
import org.kepu.assistant.report.write.Statements;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.account.SignedIn;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The reports of months and years. An account of some venues gets theirs; nobody else gets one
 * venue's alone, for what it hides could be subtracted from the report of all.
 */
@RestController
@Tag(name = "Administration")
final class ReachReportRoutes {

  private static final String REPORT = "/api/v1/admin/reports/{span}";

  private final ReportMaker maker;
  private final Map<Form, ReportWriter> writers = new EnumMap<>(Form.class);
  private final Statements statements;
  private final SecurityLog securityLog;
  private final InstantSource clock;
  private final Scheduler blocking;

  ReachReportRoutes(
      ReportMaker maker,
      List<ReportWriter> writers,
      Statements statements,
      SecurityLog securityLog,
      InstantSource clock,
      Scheduler blocking) {
    this.maker = maker;
    writers.forEach(writer -> this.writers.put(writer.form(), writer));
    this.statements = statements;
    this.securityLog = securityLog;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Operation(
      summary = "See the report of a month or a year",
      description =
          "The span is like 2026-05 or 2026, by the calendar of Asia/Shanghai. Locked months show"
              + " what they were locked with. Cells under 10 are hidden, in a year also where they"
              + " are hidden in one of its months. An account of some venues sees theirs alone.")
  @GetMapping(REPORT)
  Mono<ReachReport> report(@SignedIn Account account, @PathVariable String span) {
    Span asked = span(span);
    return Mono.fromCallable(() -> maker.of(asked, account.venues())).subscribeOn(blocking);
  }

  @Operation(
      summary = "Take the report of a month or a year along, as xlsx, docx, pdf or csv",
      description =
          "All forms have the same cells. Who took it along is noted in the security log.")
  @GetMapping(REPORT + "/file")
  Mono<ResponseEntity<byte[]>> file(
      @SignedIn Account account, @PathVariable String span, @RequestParam String format) {
    Span asked = span(span);
    Form form = Form.of(format).orElseThrow(() -> ApiException.badRequest("format_unknown"));
    ReportWriter writer = writers.get(form);
    if (writer == null) {
      throw ApiException.badRequest("format_unknown");
    }
    return Mono.fromCallable(
            () -> {
              note(account, asked, form.code());
              ReachReport report = maker.of(asked, account.venues());
              return ResponseEntity.ok()
                  .contentType(MediaType.parseMediaType(form.mediaType()))
                  .header(HttpHeaders.CONTENT_DISPOSITION, attachment(form.fileName(report)))
                  .header(HttpHeaders.CACHE_CONTROL, "no-store")
                  .body(writer.write(report));
            })
        .subscribeOn(blocking);
  }

  @Operation(
      summary = "Take what happened in a month or a year along as xAPI statements",
      description =
          "Version 1.0.3, a statement a line, day by day; without texts and persons, times to the"
              + " minute. They are not sums: small cells can be counted from them, so they are for"
              + " administrators.")
  @GetMapping(path = REPORT + "/statements", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Mono<ResponseEntity<Flux<DataBuffer>>> statements(
      @SignedIn Account account, @PathVariable String span, ServerHttpRequest request) {
    Span asked = span(span);
    String home = home(request.getURI());
    Flux<DataBuffer> days =
        Flux.fromStream(() -> days(asked))
            .concatMap(
                day ->
                    Mono.fromCallable(() -> statements.of(day, account.venues(), home))
                        .subscribeOn(blocking))
            .filter(lines -> !lines.isEmpty())
            .map(
                lines ->
                    DefaultDataBufferFactory.sharedInstance.wrap(
                        lines.getBytes(StandardCharsets.UTF_8)));
    return Mono.fromCallable(
            () -> {
              note(account, asked, "xapi");
              return ResponseEntity.ok()
                  .contentType(MediaType.APPLICATION_NDJSON)
                  .header(HttpHeaders.CONTENT_DISPOSITION, attachment("xapi-" + asked + ".jsonl"))
                  .header(HttpHeaders.CACHE_CONTROL, "no-store")
                  .body(days);
            })
        .subscribeOn(blocking);
  }

  private Stream<LocalDate> days(Span span) {
    LocalDate today = Count.dayOf(clock.instant());
    Period period = span.period();
    return period.from().datesUntil(period.to().plusDays(1)).takeWhile(day -> !day.isAfter(today));
  }

  private void note(Account account, Span span, String form) {
    securityLog.append(
        SecurityLog.Act.ADMINISTERED, "%s report %s %s".formatted(account.name(), span, form));
  }

  private static String home(URI address) {
    return address.resolve("/").toString();
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  private Span span(String written) {
    Span span = Span.parse(written).orElseThrow(() -> ApiException.badRequest("span_senseless"));
    if (span.period().from().isAfter(Count.dayOf(clock.instant()))) {
      throw ApiException.badRequest("span_senseless");
    }
    return span;
  }
}
