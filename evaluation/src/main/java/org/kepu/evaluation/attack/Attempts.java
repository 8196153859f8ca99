package org.kepu.evaluation.attack;

import static org.kepu.evaluation.attack.OddValues.pick;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.attack.Attempt.Framing;
import org.kepu.evaluation.attack.Attempt.Header;
import org.kepu.evaluation.attack.Operation.Parameter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Thinks out requests: the same for the same seed and number, whatever the service answers. */
final class Attempts {

  /** Escapes, so that halves of surrogate pairs get through. */
  private static final JsonMapper ESCAPED =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonMapper PLAIN = new JsonMapper();

  private static final int TOO_LARGE = 5 * 1024 * 1024;
  private static final int JUST_TOO_LARGE = 17 * 1024;

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

  private final long seed;
  private final List<Operation> operations;
  private final Samples samples;
  private final OddValues odd;
  private final Known known;
  private final Trick[] tricks;

  /**
   * @param known ids that the service knows
   */
  Attempts(long seed, ApiDescription api, OddValues odd, Known known) {
    this.seed = seed;
    this.operations = api.operations();
    this.samples = new Samples(api);
    this.odd = odd;
    this.known = known;
    List<Trick> weighted = new ArrayList<>();
    for (Trick trick : Trick.values()) {
      for (int i = 0; i < trick.weight(); i++) {
        weighted.add(trick);
      }
    }
    tricks = weighted.toArray(Trick[]::new);
  }

  /** Ids of things that are there. */
  @FunctionalInterface
  interface Known {
    /** Those for a parameter of an operation's path; empty if none is known. */
    List<String> ids(Operation operation, String parameter);
  }

  /** One of the seed's requests. Every operation comes in turn. */
  Attempt of(long number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    // Numbers that follow one another must not begin alike.
    random = random.split();
    Operation operation = operations.get(Math.floorMod(number, operations.size()));
    Trick trick = tricks[random.nextInt(tricks.length)];
    if (trick.needsBody() && !takesBody(operation)) {
      trick = random.nextBoolean() ? Trick.PATH_VALUE : Trick.QUERY;
    }
    if (trick == Trick.PATH_VALUE && operation.in("path").findAny().isEmpty()) {
      trick = Trick.QUERY;
    }
    return new Making(number, operation, trick, random).attempt();
  }

  private static boolean takesBody(Operation operation) {
    return Samples.takesJson(operation) || operation.name().equals("POST /api/v1/admin/ledgers");
  }

  /** A request while it is thought out. */
  private final class Making {

    private final long number;
    private final Operation operation;
    private final Trick trick;
    private final SplittableRandom random;
    private final List<Header> headers = new ArrayList<>();
    private String method;
    private String path;
    private String query;
    private byte @Nullable [] body;
    private Framing framing = Framing.LENGTH;
    private String contentType = "application/json";
    private boolean pathKept = true;

    Making(long number, Operation operation, Trick trick, SplittableRandom random) {
      this.number = number;
      this.operation = operation;
      this.trick = trick;
      this.random = random;
      this.method = operation.method();
      this.path = path(false);
      this.query = query();
    }

    Attempt attempt() {
      Caller caller = caller();
      if (takesBody(operation)) {
        body = body();
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

    private byte[] body() {
      if (!Samples.takesJson(operation)) {
        contentType = random.nextBoolean() ? "text/csv" : "application/octet-stream";
        return trick == Trick.HUGE ? new byte[TOO_LARGE] : table();
      }
      JsonNode good = samples.body(operation, random);
      return switch (trick) {
        case VALUE -> written(replaced(good));
        case MISSING -> written(lacking(good));
        case EXTRA -> written(withMore(good));
        case TWICE -> utf8(twice(text(good)));
        case NO_OBJECT -> utf8(noObject(text(good)));
        case NESTED -> utf8(nested());
        case ENCODING -> wronglyEncoded(text(good));
        case HUGE -> huge(text(good));
        default -> written(good);
      };
    }

    private byte[] table() {
      return utf8(
          switch (random.nextInt(4)) {
            case 0 -> "日期,活动,人数\n2026-10-01,讲座,30\n";
            case 1 -> (odd.text(random) + ",").repeat(50) + "\n" + odd.text(random);
            case 2 -> "PK\u0003\u0004" + odd.text(random);
            default -> odd.text(random);
          });
    }

    /** With one value, anywhere in it, that is odd. */
    private JsonNode replaced(JsonNode root) {
      List<Runnable> places = new ArrayList<>();
      collect(root, odd.json(random), places);
      if (places.isEmpty()) {
        return odd.json(random);
      }
      pick(places, random).run();
      return root;
    }

    private static void collect(JsonNode node, JsonNode value, List<Runnable> places) {
      if (node instanceof ObjectNode object) {
        for (String name : List.copyOf(object.propertyNames())) {
          places.add(() -> object.set(name, value));
          collect(object.path(name), value, places);
        }
      } else if (node instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          int at = i;
          places.add(() -> array.set(at, value));
          collect(array.get(i), value, places);
        }
      }
    }

    private JsonNode lacking(JsonNode root) {
      JsonNode inner = root instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : root;
      if (inner instanceof ObjectNode object && !object.isEmpty()) {
        object.remove(pick(List.copyOf(object.propertyNames()), random));
      }
      return root;
    }

    private JsonNode withMore(JsonNode root) {
      JsonNode inner = root instanceof ArrayNode array && !array.isEmpty() ? array.get(0) : root;
      if (inner instanceof ObjectNode object) {
        List<String> names =
            List.of(
                "__proto__", "constructor", "class", "@type", "id", "roles", "admin", "", "$ref");
        object.set(pick(names, random), odd.json(random));
      }
      return root;
    }

    private String twice(String json) {
      return json.startsWith("{\"")
          ? "{" + json.substring(1, json.length() - 1) + "," + json.substring(1)
          : json + json;
    }

    private String noObject(String json) {
      return switch (random.nextInt(10)) {
        case 0 -> "";
        case 1 -> "null";
        case 2 -> "[]";
        case 3 -> "\"" + odd.text(random).replaceAll("[\\p{Cntrl}\"\\\\]", "") + "\"";
        case 4 -> json.substring(0, random.nextInt(json.length()));
        case 5 -> json + ",";
        case 6 -> "[" + json + "," + json + "]";
        case 7 -> json + " " + json;
        case 8 -> "// a comment\n" + json;
        default -> odd.text(random);
      };
    }

    private String nested() {
      int depth = 100 << random.nextInt(8);
      int kept = Math.min(depth, 7500);
      return switch (random.nextInt(4)) {
        case 0 -> "[".repeat(kept);
        case 1 -> "[".repeat(kept) + "]".repeat(kept);
        case 2 -> "{\"a\":".repeat(Math.min(kept, 2500)) + "1" + "}".repeat(Math.min(kept, 2500));
        default -> "{\"question\":\"a\",\"content\":" + "[".repeat(kept) + "]".repeat(kept) + "}";
      };
    }

    private byte[] wronglyEncoded(String json) {
      return switch (random.nextInt(8)) {
        case 0 -> json.getBytes(StandardCharsets.UTF_16);
        case 1 -> json.getBytes(StandardCharsets.UTF_16LE);
        case 2 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, utf8(json));
        case 3 -> json.getBytes(java.nio.charset.Charset.forName("GB18030"));
        case 4 -> broken(utf8(json));
        case 5 -> joined(utf8(json), new byte[] {0});
        case 6 -> {
          headers.add(new Header("Content-Encoding", "gzip"));
          yield zipped(utf8(json));
        }
        default -> json.getBytes(java.nio.charset.Charset.forName("UTF-32"));
      };
    }

    private byte[] broken(byte[] bytes) {
      byte[][] wrong = {
        {(byte) 0xC0, (byte) 0xAE},
        {(byte) 0xFF},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
        {(byte) 0xE9}
      };
      byte[] put = wrong[random.nextInt(wrong.length)];
      for (int i = 0; i < put.length && bytes.length > 0; i++) {
        bytes[Math.floorMod(random.nextInt() + i, bytes.length)] = put[i];
      }
      return bytes;
    }

    private byte[] huge(String json) {
      int size = random.nextInt(4) == 0 ? TOO_LARGE : JUST_TOO_LARGE;
      return joined(utf8(json), " ".repeat(size).getBytes(StandardCharsets.US_ASCII));
    }

    private String text(JsonNode node) {
      return (random.nextBoolean() ? ESCAPED : PLAIN).writeValueAsString(node);
    }

    private byte[] written(JsonNode node) {
      return utf8(text(node));
    }
  }

  /** Percent-encoded, whatever it is. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
