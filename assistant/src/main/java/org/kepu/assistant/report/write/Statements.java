package org.kepu.assistant.report.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.Ending;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened on a day as xAPI statements (ADL, Experience API 1.0.3), for those who compute
 * further. They hold no text and no person: the actor is an account of this service whose name is
 * made of a conversation's random id and leads back to nothing; times are told to the minute.
 * Tests, programs and staff are left out.
 */
public final class Statements {

  static final String VERSION = "1.0.3";

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");
  private static final int LENGTH_OF_NAME = 24;
  private static final String QUESTION = "http://adlnet.gov/expapi/activities/question";
  private static final String INTERACTION = "http://adlnet.gov/expapi/activities/interaction";

  /** A turn of the day before may end, or be voted on, on this one. */
  private static final Duration EARLIER = Duration.ofDays(1);

  private final InteractionLog log;
  private final JsonMapper json;

  public Statements(InteractionLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  /** What was done, in the vocabulary of the xAPI community. */
  private enum Verb {
    ASKED("http://adlnet.gov/expapi/verbs/asked", "asked", "提问"),
    EXPERIENCED("http://adlnet.gov/expapi/verbs/experienced", "experienced", "得到回答"),
    RATED("http://id.tincanapi.com/verb/rated", "rated", "评价"),
    OPENED("http://activitystrea.ms/schema/1.0/open", "opened", "打开出处"),
    LISTENED("http://activitystrea.ms/schema/1.0/listen", "listened", "收听"),
    INITIALIZED("http://adlnet.gov/expapi/verbs/initialized", "initialized", "开始对话"),
    TERMINATED("http://adlnet.gov/expapi/verbs/terminated", "terminated", "结束对话");

    private final String iri;
    private final String english;
    private final String chinese;

    Verb(String iri, String english, String chinese) {
      this.iri = iri;
      this.english = english;
      this.chinese = chinese;
    }

    Map<String, Object> json() {
      return Map.of("id", iri, "display", Map.of("en-US", english, "zh-CN", chinese));
    }
  }

  /**
   * The statements of a day, a line each.
   *
   * @param venues only what happened at one of them; empty: everywhere
   * @param home the service's own address, ending in a slash: the home of accounts and activities
   */
  public String of(LocalDate day, Set<String> venues, String home) {
    Instant from = day.atStartOfDay(ACADEMY).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(ACADEMY).toInstant();
    Map<String, Scene> turns = new HashMap<>();
    List<Interaction> records = new ArrayList<>();
    log.read(
        from.minus(EARLIER),
        to,
        record -> {
          String answerId = record.answerId();
          if (record.type() == Interaction.Type.QUESTION && answerId != null) {
            turns.putIfAbsent(answerId, record.scene());
          }
          if (!record.occurredAt().isBefore(from)) {
            records.add(record);
          }
        });
    StringBuilder lines = new StringBuilder();
    for (Interaction record : records) {
      Scene scene = scene(record, turns);
      Map<String, Object> statement =
          scene != null && reported(scene, venues) ? statement(record, scene, home) : null;
      if (statement != null) {
        lines.append(json.writeValueAsString(statement)).append('\n');
      }
    }
    return lines.toString();
  }

  /**
   * The end of a turn and a vote say nothing of their scene; the question does. Where it is not
   * known they may be a program's, and are left out.
   */
  private static @Nullable Scene scene(Interaction record, Map<String, Scene> turns) {
    String answerId = record.answerId();
    Scene ofTurn = answerId == null ? null : turns.get(answerId);
    boolean withoutScene =
        record.type() == Interaction.Type.ANSWER || record.type() == Interaction.Type.FEEDBACK;
    return ofTurn != null || withoutScene ? ofTurn : record.scene();
  }

  private static boolean reported(Scene scene, Set<String> venues) {
    String venue = scene.venue();
    return scene.valid() && (venues.isEmpty() || (venue != null && venues.contains(venue)));
  }

  private static @Nullable Map<String, Object> statement(
      Interaction record, Scene scene, String home) {
    String conversation = record.conversationId();
    Verb verb = verb(record.type());
    if (verb == null || conversation == null) {
      return null;
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("id", uuid("statement " + record.eventId()));
    statement.put("version", VERSION);
    statement.put("actor", actor(conversation, home));
    statement.put("verb", verb.json());
    statement.put("object", object(record, home));
    Map<String, Object> result = result(record, home);
    if (!result.isEmpty()) {
      statement.put("result", result);
    }
    statement.put("context", context(record, scene, conversation, home));
    statement.put("timestamp", record.occurredAt().truncatedTo(ChronoUnit.MINUTES).toString());
    return statement;
  }

  private static @Nullable Verb verb(Interaction.Type type) {
    return switch (type) {
      case QUESTION -> Verb.ASKED;
      case ANSWER -> Verb.EXPERIENCED;
      case FEEDBACK -> Verb.RATED;
      case SOURCE_OPEN -> Verb.OPENED;
      case SPEECH_PLAY -> Verb.LISTENED;
      case CONVERSATION_START -> Verb.INITIALIZED;
      case CONVERSATION_END -> Verb.TERMINATED;
      default -> null;
    };
  }

  private static Map<String, Object> actor(String conversation, String home) {
    Map<String, Object> actor = new LinkedHashMap<>();
    actor.put("objectType", "Agent");
    actor.put(
        "account",
        Map.of(
            "homePage",
            home,
            "name",
            "visitor-" + hash("visitor " + conversation).substring(0, LENGTH_OF_NAME)));
    return actor;
  }

  private static Map<String, Object> object(Interaction record, String home) {
    String answerId = record.answerId();
    boolean ofTurn = answerId != null;
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("objectType", "Activity");
    object.put("id", home + "xapi/" + (ofTurn ? "turns/" + uuid("turn " + answerId) : "assistant"));
    object.put(
        "definition",
        Map.of(
            "type",
            ofTurn ? QUESTION : INTERACTION,
            "name",
            Map.of("zh-CN", ofTurn ? "科普问答" : "科普助手")));
    return object;
  }

  private static Map<String, Object> result(Interaction record, String home) {
    Map<String, Object> result = new LinkedHashMap<>();
    Ending ending = record.ending();
    if (ending != null) {
      boolean answered =
          ending.outcome() == Outcome.ANSWERED || ending.outcome() == Outcome.PARTIAL;
      result.put("completion", ending.outcome() != Outcome.CANCELLED);
      result.put("success", answered);
      Long millis = ending.totalMs();
      if (millis != null) {
        result.put("duration", Duration.ofMillis(millis).toString());
      }
      Map<String, Object> extensions = new LinkedHashMap<>();
      put(extensions, home, "outcome", ending.outcome().code());
      put(extensions, home, "intent", ending.intent() == null ? null : ending.intent().code());
      put(extensions, home, "grounded", ending.grounded());
      put(extensions, home, "topics", ending.topics().isEmpty() ? null : ending.topics());
      result.put("extensions", extensions);
    }
    String vote = record.vote();
    if (vote != null) {
      boolean up = vote.equals("up");
      result.put("score", Map.of("raw", up ? 1 : 0, "min", 0, "max", 1));
    }
    Duration active = record.active();
    if (active != null) {
      result.put("duration", active.toString());
    }
    return result;
  }

  private static Map<String, Object> context(
      Interaction record, Scene scene, String conversation, String home) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("registration", uuid("registration " + conversation));
    context.put("platform", "kepu-assistant");
    String locale = scene.locale();
    if (locale != null) {
      context.put("language", locale);
    }
    Map<String, Object> extensions = new LinkedHashMap<>();
    put(extensions, home, "channel", scene.channel() == null ? null : scene.channel().code());
    put(extensions, home, "audience", scene.audience() == null ? null : scene.audience().code());
    put(extensions, home, "venue", scene.venue());
    put(extensions, home, "hall", scene.hall());
    put(extensions, home, "exhibit", scene.exhibit());
    put(extensions, home, "activity", scene.activity());
    put(extensions, home, "programme", scene.programme());
    put(extensions, home, "reason", record.vote() == null ? record.reason() : null);
    if (!extensions.isEmpty()) {
      context.put("extensions", extensions);
    }
    return context;
  }

  private static void put(
      Map<String, Object> extensions, String home, String name, @Nullable Object value) {
    if (value != null) {
      extensions.put(home + "xapi/extensions/" + name, value);
    }
  }

  /** The same for the same, and no way back. */
  private static String uuid(String of) {
    return UUID.nameUUIDFromBytes(hash(of).getBytes(StandardCharsets.US_ASCII)).toString();
  }

  private static String hash(String of) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
