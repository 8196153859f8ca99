package org.kepu.evaluation.attack;

import static org.kepu.evaluation.attack.OddValues.pick;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kepu.evaluation.attack.Attempt.Header;

/** Header lines that HTTP allows and nobody expects. */
final class OddHeaders {

  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry(
              "Accept",
              List.of(
                  "nonsense",
                  "text/html",
                  "*/*;q=abc",
                  "application/xml",
                  ",",
                  "a/b;q=2",
                  "text/event-stream;q=0",
                  "*/*, ".repeat(500) + "*/*")),
          Map.entry(
              "Accept-Language",
              List.of(
                  "en;q=abc",
                  "*",
                  "-",
                  "tlh",
                  "zh-" + "a".repeat(3000),
                  "en,".repeat(500) + "en",
                  "\u00ff")),
          Map.entry("Accept-Encoding", List.of("gzip;q=2", "nonsense", "identity;q=0, *;q=0")),
          Map.entry("Accept-Charset", List.of("nonsense", "utf-16")),
          Map.entry(
              "Origin",
              List.of(
                  "null",
                  "https://evil.example",
                  "http://[::1",
                  "https://" + "a".repeat(4000),
                  "\u00ff",
                  "https://fuzz.example.evil.example",
                  "javascript:alert(1)")),
          Map.entry("Host", List.of("evil.example", "[", "localhost:99999", "a b", "@", "\u00ff")),
          Map.entry(
              "X-Forwarded-For", List.of("'", "1.2.3.4, ".repeat(500) + "1", "::1%eth0", "a")),
          Map.entry("X-Forwarded-Host", List.of("[", "evil.example", "", "\u00ff")),
          Map.entry("X-Forwarded-Proto", List.of("javascript", "https", "")),
          Map.entry("X-Forwarded-Port", List.of("abc", "-1", "99999")),
          Map.entry("X-Forwarded-Prefix", List.of("/../..", "//evil.example")),
          Map.entry("Forwarded", List.of("for=;;;", "host=\"[\";proto=x", "for=\"")),
          Map.entry(
              "Cookie",
              List.of(
                  "kepu_session=" + "a".repeat(4000),
                  "a=b; ".repeat(1000),
                  "=;=;=",
                  "kepu_session=\"quoted",
                  "kepu_terminal=\u00ff",
                  "kepu_csrf=a; kepu_csrf=b",
                  "kepu_session=;kepu_session=' OR 1=1 --")),
          Map.entry(
              "User-Agent",
              List.of("", "a".repeat(7000), "\u00ff\u00fe", "${jndi:ldap://127.0.0.1:1/a}")),
          Map.entry(
              "Range",
              List.of(
                  "bytes=-1",
                  "bytes=9999999999999999999-",
                  "bytes=0-0,".repeat(300) + "1-1",
                  "lines=1")),
          Map.entry("If-None-Match", List.of("*", "\"", "W/", "\"" + "a".repeat(3000) + "\"")),
          Map.entry("If-Modified-Since", List.of("yesterday", "Thu, 99 Foo 9999 99:99:99 GMT")),
          Map.entry("Idempotency-Key", List.of("", "a".repeat(5000), "\u00ff", "' --")),
          Map.entry("Content-Language", List.of("x".repeat(2000))),
          Map.entry("Expect", List.of("100-continue", "nonsense")),
          Map.entry("Upgrade", List.of("h2c", "websocket")),
          Map.entry("Connection", List.of("Upgrade, HTTP2-Settings", "close", "content-type")),
          Map.entry("X-Kepu-Site-Token", List.of("a".repeat(6000), "..", "%00", "\u00ff")),
          Map.entry("X-Kepu-Device-Token", List.of("a".repeat(6000), "null")),
          Map.entry("X-CSRF-Token", List.of("", "a".repeat(6000), "\u00ff")),
          Map.entry("X-HTTP-Method-Override", List.of("DELETE", "GET")),
          Map.entry(
              "Authorization",
              List.of(
                  "Bearer ",
                  "Basic !!!!",
                  "Bearer " + "a".repeat(6000),
                  "Bearer eyJhbGciOiJub25lIn0.e30.")),
          Map.entry("MCP-Protocol-Version", List.of("1", "a".repeat(3000))),
          Map.entry("Traceparent", List.of("00-0-0-0", "\u00ff")));

  private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

  private OddHeaders() {}

  static List<Header> some(OddValues odd, SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> many(random);
      case 1 -> List.of(new Header("X-Long", "a".repeat(1000 << random.nextInt(7))));
      case 2 -> List.of(new Header(pick(NAMES, random), line(odd.text(random))));
      default -> {
        String name = pick(NAMES, random);
        yield List.of(new Header(name, pick(VALUES.getOrDefault(name, List.of("")), random)));
      }
    };
  }

  private static List<Header> many(SplittableRandom random) {
    List<Header> headers = new ArrayList<>();
    int count = 10 << random.nextInt(5);
    for (int i = 0; i < count; i++) {
      headers.add(new Header("X-N" + i, "v"));
    }
    return headers;
  }

  /** As bytes that may stand in a header line. */
  private static String line(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", "");
  }
}
