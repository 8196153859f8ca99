package org.kepu.evaluation.attack;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as a good client sends them: what a schema allows, with ids that are known. */
final class Samples {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;

  /** By the name of a value, where the schema does not tell what goes. */
  private static final Map<String, List<String>> BY_NAME =
      Map.ofEntries(
          Map.entry("question", List.of("麋鹿吃什么？", "月亮为什么会变圆？", "hello", "黄金价格")),
          Map.entry("venue", List.of("milu", "nature", "planetarium")),
          Map.entry("exhibit", List.of("麋鹿", "milu-01")),
          Map.entry("locale", List.of("zh-CN", "zh-TW", "en")),
          Map.entry("audience", List.of("child", "general", "elder", "educator")),
          Map.entry("vote", List.of("up", "down")),
          Map.entry("model", List.of("kepu", "kepu-child")),
          Map.entry("role", List.of("user", "assistant", "system")),
          Map.entry("roles", List.of("educator", "curator", "analyst")),
          Map.entry("venues", List.of("milu")),
          Map.entry("format", List.of("csv", "xlsx", "pdf", "docx", "gift", "qti", "json")),
          Map.entry("paper", List.of("students", "teachers")),
          Map.entry("site", List.of(Stage.SITE, "other")),
          Map.entry("span", List.of("2026", "2026-10", "2026-Q3", "2026-W40")),
          Map.entry("month", List.of("2026-09", "2026-10")),
          Map.entry("number", List.of("0", "1")),
          Map.entry("opens", List.of("09:00")),
          Map.entry("closes", List.of("17:00", "24:00")),
          Map.entry("first", List.of("2026-01-01")),
          Map.entry("last", List.of("2026-12-31")),
          Map.entry("status", List.of("open", "closed", "corrected", "rejected")),
          Map.entry("decision", List.of("accept", "reject", "accepted", "rejected")),
          Map.entry("stage", List.of("years_5_6", "years_7_9")),
          Map.entry("bloom", List.of("remember", "understand", "apply")),
          Map.entry("documents", List.of("milu-name", "moon-phases")),
          Map.entry("is", List.of("single_choice", "true_false", "fill_blank", "open")),
          Map.entry("only", List.of("accepted", "all")));

  /** Bodies that the description does not describe. */
  private static final Map<String, List<String>> BY_OPERATION =
      Map.of(
          "POST /mcp",
          List.of(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
              "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}",
              "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":{\"question\":\"麋鹿吃什么？\"}}}",
              "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"query\":\"麋鹿\",\"limit\":3}}}",
              "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":\"read\",\"arguments\":{\"document\":\"milu-name\",\"start\":0,\"end\":100}}}",
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"),
          "POST /api/v1/events",
          List.of(
              "[{\"id\":\"0198a000-0000-7000-8000-000000000001\",\"type\":\"source_open\",\"at\":\"2026-11-29T10:00:00Z\",\"sentAt\":\"2026-11-29T10:00:01Z\",\"answerId\":\"0198a000-0000-7000-8000-000000000002\",\"conversationId\":\"0198a000-0000-7000-8000-000000000003\",\"channel\":\"web\",\"venue\":\"milu\",\"locale\":\"zh-CN\"}]",
              "[{\"id\":\"0198a000-0000-7000-8000-000000000004\",\"type\":\"conversation_end\",\"at\":\"2026-11-29T10:00:00Z\",\"conversationId\":\"0198a000-0000-7000-8000-000000000003\",\"reason\":\"idle\",\"activeMs\":5000}]",
              "[{\"id\":\"0198a000-0000-7000-8000-000000000005\",\"type\":\"question\",\"offline\":true,\"text\":\"麋鹿\",\"channel\":\"kiosk\",\"terminal\":\"x\"},{\"id\":\"0198a000-0000-7000-8000-000000000006\",\"type\":\"answer\",\"offline\":true,\"outcome\":\"answered\",\"citations\":[\"milu-name@sha256:0\"]}]"));

  private final ApiDescription api;

  Samples(ApiDescription api) {
    this.api = api;
  }

  /** Whether a request may have a body at all. */
  static boolean takesBody(Operation operation) {
    return takesJson(operation) || operation.name().equals("POST /api/v1/admin/ledgers");
  }

  /** Whether an operation takes a body of JSON. */
  static boolean takesJson(Operation operation) {
    return !operation.bodies().isEmpty() || BY_OPERATION.containsKey(operation.name());
  }

  /** A body for an operation that takes one. */
  JsonNode body(Operation operation, SplittableRandom random) {
    List<String> written = BY_OPERATION.get(operation.name());
    return written != null
        ? JSON.readTree(OddValues.pick(written, random))
        : ofSchema("", OddValues.pick(operation.bodies(), random), random, 0);
  }

  /** A value for a parameter of a query or a path. */
  String text(String name, JsonNode schema, SplittableRandom random) {
    JsonNode sample = ofSchema(name, schema, random, 0);
    return sample.isString() ? sample.asString() : sample.toString();
  }

  private JsonNode ofSchema(String name, JsonNode pointer, SplittableRandom random, int depth) {
    JsonNode schema = api.resolve(pointer);
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    if (schema.path("oneOf").size() > 0) {
      int which = random.nextInt(schema.path("oneOf").size());
      return ofSchema(name, schema.path("oneOf").path(which), random, depth + 1);
    }
    return switch (schema.path("type").asString("object")) {
      case "string" -> NODES.stringNode(string(name, schema, random));
      case "integer", "number" -> NODES.numberNode(random.nextInt(4));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "array" -> array(name, schema, random, depth);
      default -> object(schema, random, depth);
    };
  }

  private ArrayNode array(String name, JsonNode schema, SplittableRandom random, int depth) {
    ArrayNode array = NODES.arrayNode();
    int size = depth > DEEPEST ? 0 : random.nextInt(3);
    for (int i = 0; i < size; i++) {
      array.add(ofSchema(name, schema.path("items"), random, depth + 1));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema, SplittableRandom random, int depth) {
    ObjectNode object = NODES.objectNode();
    if (depth <= DEEPEST) {
      for (String property : schema.path("properties").propertyNames()) {
        if (random.nextInt(5) > 0) {
          object.set(
              property,
              ofSchema(property, schema.path("properties").path(property), random, depth + 1));
        }
      }
    }
    return object;
  }

  private static String string(String name, JsonNode schema, SplittableRandom random) {
    List<String> known = BY_NAME.get(name);
    if (known != null) {
      return OddValues.pick(known, random);
    }
    if (schema.path("example").isString() && random.nextInt(3) > 0) {
      return schema.path("example").asString();
    }
    return switch (schema.path("format").asString("")) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date" -> "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
      case "date-time" -> "2026-11-%02dT10:00:00Z".formatted(1 + random.nextInt(30));
      default -> "f" + Integer.toString(random.nextInt(1 << 30), 36);
    };
  }
}
