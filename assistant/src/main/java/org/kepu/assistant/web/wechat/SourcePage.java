package org.kepu.assistant.web.wechat;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Library;
import org.kepu.assistant.wechat.WechatSettings;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Section;
import org.kepu.knowledge.document.Span;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A source as a page to read in WeChat, with the quote marked. The link names a document, the
 * beginning of its version and the quote's place; of another version the text is shown unmarked.
 */
@RestController
final class SourcePage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private static final Pattern PLACES = Pattern.compile("\\{(title|changed|origin|text)}");

  /** Enough of a version's hash to tell versions of one document apart. */
  private static final int VERSION_DIGITS = 12;

  private final WechatSettings settings;
  private final Library library;
  private final Scheduler blocking;

  SourcePage(WechatSettings settings, Library library, Scheduler blocking) {
    this.settings = settings;
    this.library = library;
    this.blocking = blocking;
  }

  /**
   * Links to sources: where they are published, else to this page.
   *
   * @param address the service's own, without a slash at its end
   */
  static Function<Citation, String> linksFrom(String address) {
    return citation ->
        citation.url().startsWith("http")
            ? citation.url()
            : "%s/wechat/source/%s?v=%s&q=%d-%d"
                .formatted(
                    address,
                    URLEncoder.encode(citation.documentId(), StandardCharsets.UTF_8),
                    brief(citation.documentVersion()),
                    citation.start(),
                    citation.end());
  }

  @Operation(hidden = true)
  @GetMapping("/wechat/source/{id}")
  Mono<ResponseEntity<String>> read(
      @PathVariable String id,
      @RequestParam(name = "v", defaultValue = "") String version,
      @RequestParam(name = "q", defaultValue = "") String place) {
    if (!settings.configured()) {
      throw ApiException.notFound("not_found");
    }
    return Mono.fromCallable(() -> library.document(id, null))
        .subscribeOn(blocking)
        .map(
            document ->
                ResponseEntity.ok()
                    .contentType(HTML)
                    .cacheControl(CacheControl.noCache())
                    .header("Content-Security-Policy", POLICY)
                    .body(page(document, quoted(document, version, place))));
  }

  private static @Nullable Span quoted(Document document, String version, String place) {
    Matcher ends = PLACE.matcher(place);
    if (!version.equals(brief(document.version())) || !ends.matches()) {
      return null;
    }
    int start = Integer.parseInt(ends.group(1));
    int end = Integer.parseInt(ends.group(2));
    return start < end && end <= document.text().length() ? new Span(start, end) : null;
  }

  private static String brief(String version) {
    String hash = version.substring(version.indexOf(':') + 1);
    return hash.substring(0, Math.min(VERSION_DIGITS, hash.length()));
  }

  /** The page; what is in a place of the template is text, and holds no places itself. */
  static String page(Document document, @Nullable Span quote) {
    Map<String, String> places =
        Map.of(
            "{title}",
            escaped(document.title()),
            "{changed}",
            quote == null ? "<p class=\"note\">这是资料的现行版本，标不出回答引用的那一句。</p>" : "",
            "{origin}",
            origin(document),
            "{text}",
            text(document, quote));
    return PLACES
        .matcher(TEMPLATE)
        .replaceAll(
            place -> Matcher.quoteReplacement(Objects.requireNonNull(places.get(place.group()))));
  }

  private static String text(Document document, @Nullable Span quote) {
    StringBuilder html = new StringBuilder();
    String text = document.text();
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      if (!text.substring(start, end).isBlank()) {
        line(html, document, new Span(start, end), quote);
      }
      start = end + 1;
    }
    return html.toString();
  }

  private static void line(StringBuilder html, Document document, Span line, @Nullable Span quote) {
    int level = level(document, line.start());
    String content = marked(document.text(), line, quote);
    if (level == 0) {
      html.append("<p>").append(content).append("</p>\n");
    } else if (!line.of(document.text()).strip().equals(document.title())) {
      html.append("<h2>").append(content).append("</h2>\n");
    }
  }

  /** 0: a line of text; else a heading's. */
  private static int level(Document document, int start) {
    return document.sections().stream()
        .filter(section -> section.start() == start && section.bodyStart() > start)
        .mapToInt(Section::level)
        .findFirst()
        .orElse(0);
  }

  private static String marked(String text, Span line, @Nullable Span quote) {
    int from = quote == null ? line.end() : Math.clamp(quote.start(), line.start(), line.end());
    int to = quote == null ? line.end() : Math.clamp(quote.end(), from, line.end());
    String before = escaped(text.substring(line.start(), from));
    String inside = escaped(text.substring(from, to));
    String after = escaped(text.substring(to, line.end()));
    return inside.isEmpty() ? before + after : before + "<mark>" + inside + "</mark>" + after;
  }

  private static String origin(Document document) {
    StringBuilder html = new StringBuilder();
    document
        .metadata()
        .sources()
        .forEach(source -> html.append("<dd>").append(escaped(source)).append("</dd>"));
    String sources = html.isEmpty() ? "" : "<dt>资料来源</dt>" + html;
    String licence = document.metadata().licence();
    return sources + (licence.isBlank() ? "" : "<dt>许可</dt><dd>" + escaped(licence) + "</dd>");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
  }

  private static final String TEMPLATE =
      """
      <!doctype html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>{title}</title>
      <style>
      :root { color-scheme: light dark; }
      body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.25rem 3rem; color: #2b211c;
        background: #fffdf9; font: 1.0625rem/1.85 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif;
        overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; line-height: 1.4; margin: 0 0 1.25rem; }
      h2 { font-size: 1.15rem; line-height: 1.5; margin: 2rem 0 .5rem; }
      p { margin: .6rem 0; }
      mark { background: #ffe3a3; color: inherit; padding: .1em 0; }
      .note, footer { color: #6b5a50; font-size: .9375rem; }
      footer { border-top: 1px solid #e3d8cc; margin-top: 2.5rem; padding-top: 1rem; }
      dl { margin: 0; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
      @media (prefers-color-scheme: dark) {
        body { color: #f1e9e2; background: #1d1815; }
        mark { background: #6b4e12; }
        .note, footer { color: #c4b5a8; }
        footer { border-color: #46392f; }
      }
      </style>
      </head>
      <body>
      <main>
      <h1>{title}</h1>
      {changed}{text}</main>
      <footer><dl>{origin}</dl></footer>
      </body>
      </html>
      """;
}
