package org.kepu.evaluation.attack;

import static org.kepu.evaluation.attack.OddValues.pick;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.attack.Attempt.Framing;
import org.kepu.evaluation.attack.Attempt.Header;
import org.kepu.evaluation.attack.Attempts.Known;
import org.kepu.evaluation.attack.Operation.Parameter;

/** A request while it is thought out. What may be wrong with its body is the body's own matter. */
final class AttemptMaker {

  private static final List<String> CONTENT_TYPES =
      List.of(
          "",
          "text/plain",
          "text/html",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "multipart/form-data; boundary=a",
          "application/octet-stream",
          "application/json;charset=utf-16",
          "application/json; charset=iso-8859-1",
          "application/json;charset=nonsense",
          "application/json;charset=\"",
          "application/json/json",
          "application/*",
          "*/*",
          "nonsense",
          "/",
          "application/json;;;",
          "text/csv",
          "application/x-ndjson",
          "application/cbor",
          "application/problem+json",
          "application/vnd.a+json",
          "APPLICATION/JSON",
          "application/json; a=" + "b".repeat(3000));

  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "get",
          "X");

  private final Operation operation;
  private final Trick trick;
  private final SplittableRandom random;
  private final Samples samples;
  private final OddValues odd;
  private final Known known;
  private final List<Header> headers = new ArrayList<>();
  private String method;
  private String path;
  private String query;
  private byte @Nullable [] body;
  private Framing framing = Framing.LENGTH;
  private String contentType = "application/json";
  private boolean pathKept = true;

  AttemptMaker(
      Operation operation,
      Trick trick,
      SplittableRandom random,
      Samples samples,
      OddValues odd,
      Known known) {
    this.operation = operation;
    this.trick = trick;
    this.random = random;
    this.samples = samples;
    this.odd = odd;
    this.known = known;
    this.method = operation.method();
    this.path = path(false);
    this.query = query();
  }

  /**
   * The request.
   *
   * @param number which of its seed it is
   */
  Attempt make(long number) {
    Caller caller = caller();
    if (Samples.takesBody(operation)) {
      OddBody made = new OddBody(operation, trick, samples, odd, random);
      body = made.make();
      contentType = made.contentType();
      if (made.isZipped()) {
        headers.add(new Header("Content-Encoding", "gzip"));
      }
      if (random.nextInt(12) == 0) {
        framing = Framing.CHUNKED;
      }
    }
    headers.add(new Header("Accept", accept()));
    for (Parameter parameter : operation.in("header").toList()) {
      headers.add(new Header(parameter.name(), "f" + random.nextInt(1000)));
    }
    switch (trick) {
      case CONTENT_TYPE -> contentType = pick(CONTENT_TYPES, random);
      case HEADERS -> oddHeaders();
      case PATH_VALUE -> path = path(true);
      case PATH_FORM -> oddPath();
      case QUERY -> query = oddQuery();
      case METHOD -> oddMethod();
      case NO_HTTP -> noHttp();
      case NOTHING, VALUE, MISSING, EXTRA, TWICE, NO_OBJECT, NESTED, ENCODING, HUGE -> {
        // It is in the body.
      }
    }
    if (body != null && !contentType.isEmpty()) {
      headers.add(new Header("Content-Type", contentType));
    }
    String target = query.isEmpty() ? path : path + "?" + query;
    return new Attempt(
        number, trick, operation, caller, method, target, headers, body, framing, pathKept);
  }

  /** The one who gets furthest, half of the time. */
  private Caller caller() {
    int die = random.nextInt(20);
    if (operation.isClosed()) {
      return die < 12 ? Caller.ADMIN : Caller.values()[random.nextInt(Caller.values().length)];
    }
    if (operation.path().startsWith("/api/v1/kiosk/") && die < 8) {
      return Caller.TERMINAL;
    }
    if (operation.path().startsWith("/api/v1/account") && die < 10) {
      return Caller.ADMIN;
    }
    return die < 12 ? Caller.ANYBODY : Caller.values()[random.nextInt(Caller.values().length)];
  }

  private String accept() {
    return operation.path().endsWith("/chat") && random.nextInt(3) == 0
        ? "text/event-stream"
        : operation.path().equals("/mcp") ? "application/json, text/event-stream" : "*/*";
  }

  private String path(boolean oddly) {
    String filled = operation.path();
    for (Parameter parameter : operation.in("path").toList()) {
      List<String> ids = known.ids(operation, parameter.name());
      String value =
          oddly && random.nextInt(4) > 0
              ? odd.text(random)
              : ids.isEmpty() || random.nextInt(4) == 0
                  ? samples.text(parameter.name(), parameter.schema(), random)
                  : pick(ids, random);
      filled = filled.replace("{" + parameter.name() + "}", encoded(value));
    }
    return filled;
  }

  private String query() {
    List<String> pairs = new ArrayList<>();
    for (Parameter parameter : operation.in("query").toList()) {
      if (parameter.required() || random.nextInt(2) == 0) {
        pairs.add(
            parameter.name()
                + "="
                + encoded(samples.text(parameter.name(), parameter.schema(), random)));
      }
    }
    return String.join("&", pairs);
  }

  private String oddQuery() {
    List<Parameter> parameters = operation.in("query").toList();
    String name = parameters.isEmpty() ? "venue" : pick(parameters, random).name();
    return switch (random.nextInt(12)) {
      case 0 -> (name + "=1&").repeat(1000);
      case 1 -> name + "=milu&" + name + "=nature";
      case 2 -> name;
      case 3 -> name + "[]=1&" + name + "[a][b]=2&" + name + ".x=3";
      case 4 -> name + "=" + "a".repeat(7000);
      case 5 -> name + "=%zz";
      case 6 -> "&&&==&=&" + name + "==";
      case 7 -> name + "=%ff%fe%00";
      case 8 -> name + "=a%0d%0aX-Injected:%201";
      default -> {
        List<String> pairs = new ArrayList<>();
        for (Parameter parameter : parameters) {
          pairs.add(parameter.name() + "=" + encoded(odd.text(random)));
        }
        pairs.add(encoded(odd.text(random)) + "=" + encoded(odd.text(random)));
        yield String.join("&", pairs);
      }
    };
  }

  private void oddMethod() {
    method = pick(METHODS, random);
    // Another operation of that path is asked, with its own rules.
    pathKept = method.equals(operation.method()) || method.equals("HEAD");
    if (method.equals("GET") || method.equals("HEAD") || method.equals("TRACE")) {
      body = null;
    }
  }

  private void oddPath() {
    pathKept = false;
    path =
        switch (random.nextInt(26)) {
          case 0 -> "/%2e%2e" + path;
          case 1 -> "/.." + path;
          case 2 -> "/" + path;
          case 3 -> path.replaceFirst("/api", "/api/.");
          case 4 -> path.replaceFirst("/v1", "/v1/%2e");
          case 5 -> path.replace("/", "%2f");
          case 6 -> path.replace("/", "%252f");
          case 7 -> path + "%00";
          case 8 -> path + "%00.js";
          case 9 -> path + ";jsessionid=1";
          case 10 -> path.replaceFirst("/v1", "/v1;a=b");
          case 11 -> path + "/";
          case 12 -> path + ".json";
          case 13 -> path.toUpperCase(java.util.Locale.ROOT);
          case 14 -> path.replace("/", "\\");
          case 15 -> path.replaceFirst("/v1", "%5cv1");
          case 16 -> path + "/%zz";
          case 17 -> path + "%";
          case 18 -> path + "/%ff%fe";
          case 19 -> path + "/\u00e9\u00b9\u00bf";
          case 20 -> "/%c0%ae%c0%ae" + path;
          case 21 -> path + "/a".repeat(3500);
          case 22 -> path + "/../../../../../../etc/passwd";
          case 23 -> "/widget/..%2f..%2f" + path;
          case 24 -> "http://evil.example" + path;
          default -> path.replaceFirst("/api/v1", "/media/..;/api/v1");
        };
  }

  private void oddHeaders() {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      headers.addAll(OddHeaders.some(odd, random));
    }
  }

  private void noHttp() {
    framing = Framing.LYING;
    switch (random.nextInt(14)) {
      case 0 -> method = random.nextInt() + "\u0000\u00ff\r\n\r\n";
      case 1 -> path = path + " a b";
      case 2 -> headers.add(new Header("no colon", "\r\nwithout"));
      case 3 -> headers.add(new Header("X-Nul", "a\u0000b"));
      case 4 -> headers.add(new Header("Content-Length", "-1"));
      case 5 -> headers.add(new Header("Content-Length", "abc"));
      case 6 -> headers.add(new Header("Content-Length", "99999999999999999999"));
      case 7 -> {
        headers.add(new Header("Content-Length", "0"));
        headers.add(new Header("Content-Length", "5"));
      }
      case 8 -> {
        headers.add(new Header("Content-Length", "5"));
        headers.add(new Header("Transfer-Encoding", "chunked"));
      }
      case 9 -> {
        headers.add(new Header("Transfer-Encoding", "chunked"));
        body = "zz\r\nabc\r\n".getBytes(StandardCharsets.US_ASCII);
      }
      case 10 -> {
        headers.add(new Header("Transfer-Encoding", "chunked"));
        body = "ffffffffffffffff\r\nabc\r\n".getBytes(StandardCharsets.US_ASCII);
      }
      case 11 -> headers.add(new Header("X-Folded", "a\r\n b\r\n\tc"));
      case 12 -> method = "A".repeat(9000);
      default -> headers.add(new Header("Content-Length", "100000"));
    }
  }

  /** Percent-encoded, whatever it is. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
