package org.kepu.evaluation.attack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {

  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  /** A class of Java by its whole name, or a line of a stack trace. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\b(java|javax|jdk|org|com|io|tools|reactor|sun)\\.[a-z0-9_]+(\\.[a-z0-9_]+)*\\.[A-Z]\\w+"
              + "|\\bat [\\w.$]+\\([A-Za-z]+\\.java:\\d+\\)"
              + "|\\b[A-Z]\\w*(Exception|Error): "
              + "|SQLITE_|\\bSELECT .+ FROM\\b");

  private static final Pattern BLANK = Pattern.compile("\\{[0-9]}");

  private Judge() {}

  /** The names of what is wrong, none if all is well. */
  static List<String> faults(Attempt attempt, Answer answer) {
    List<String> faults = new ArrayList<>();
    if (answer.status() == 0) {
      if (attempt.isWellFormed()) {
        faults.add("no answer");
      }
      return faults;
    }
    if (answer.status() >= 500 && answer.status() != 505) {
      faults.add("status " + answer.status());
    }
    if (answer.nanos() > SLOW.toNanos()) {
      faults.add("slower than 10 s");
    }
    if (!answer.header("X-Injected").isEmpty()) {
      faults.add("a header was injected");
    }
    if (answer.status() >= 400) {
      failed(attempt, answer, faults);
    }
    if (attempt.caller().mustBeRefusedAt(attempt.operation())
        && answer.succeeded()
        && !attempt.method().equals("OPTIONS")
        && (attempt.pathKept() || isOfOperation(attempt, answer))) {
      faults.add("let in as " + attempt.caller());
    }
    if (attempt.isWellFormed()
        && !isOfServer(answer)
        && !answer.header("X-Content-Type-Options").equals("nosniff")) {
      faults.add("without X-Content-Type-Options");
    }
    return faults;
  }

  /**
   * Whether the HTTP server itself refused it, before the service saw it: what is no HTTP, or no
   * address. The service's own answers carry its headers.
   */
  static boolean isOfServer(Answer answer) {
    return answer.status() >= 400
        && answer.status() < 500
        && answer.body().length == 0
        && answer.header("Content-Security-Policy").isEmpty();
  }

  /** A path that was written otherwise may lead to a page, which anybody may see. */
  private static boolean isOfOperation(Attempt attempt, Answer answer) {
    return attempt.operation().isClosed()
        && answer.header("Content-Type").toLowerCase(Locale.ROOT).contains("json");
  }

  private static void failed(Attempt attempt, Answer answer, List<String> faults) {
    String text = answer.text();
    if (INSIDES.matcher(text).find() && !mayBeAnEcho(attempt, text)) {
      faults.add("tells of its insides");
    }
    if (isOfServer(answer) || attempt.method().equals("HEAD") || ofAnotherProtocol(attempt)) {
      return;
    }
    String type = answer.header("Content-Type");
    JsonNode told = tree(text);
    if (type.startsWith("application/problem+json")) {
      problem(answer, told, faults);
    } else if (!(type.startsWith("application/json")
        && (told.has("error") || told.has("jsonrpc")))) {
      faults.add("no problem detail, but '" + type + "'");
    }
  }

  /** MCP has failures of its own. */
  private static boolean ofAnotherProtocol(Attempt attempt) {
    return attempt.operation().path().equals("/mcp");
  }

  private static void problem(Answer answer, JsonNode told, List<String> faults) {
    if (told.path("status").asInt(0) != answer.status()
        || told.path("code").asString("").isEmpty()
        || told.path("title").asString("").isEmpty()
        || told.path("detail").asString("").isEmpty()) {
      faults.add("an incomplete problem detail");
    }
    if (BLANK.matcher(told.path("title").asString("")).find()) {
      faults.add("a problem detail with a blank in it");
    }
  }

  /** What was sent may be quoted in what is told of it. */
  private static boolean mayBeAnEcho(Attempt attempt, String text) {
    byte[] body = attempt.body();
    String sent =
        attempt.target()
            + attempt.headers()
            + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
    return INSIDES.matcher(text).results().allMatch(found -> sent.contains(found.group()));
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return JSON.nullNode();
    }
  }
}
