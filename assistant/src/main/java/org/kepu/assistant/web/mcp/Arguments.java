package org.kepu.assistant.web.mcp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.web.Fields;

/** What the tools are called with, and the schemas that say so. */
final class Arguments {

  private static final Map<String, Object> QUESTION =
      Map.of(
          "type",
          "string",
          "minLength",
          1,
          "maxLength",
          Question.MAX_LENGTH,
          "description",
          "In Chinese or English");

  private Arguments() {}

  /** Of {@code ask}; as in {@code POST /api/v1/chat}. */
  record Ask(
      @Nullable String question,
      @Nullable String conversationId,
      @Nullable String venue,
      @Nullable String exhibit,
      @Nullable Audience audience,
      @Nullable String locale) {

    static final Map<String, Object> SCHEMA =
        object(
            Map.of(
                "question", QUESTION,
                "conversationId",
                    text("The conversation it goes on with: the conversationId of an answer"),
                "venue", text("Where it is asked, for example milu"),
                "exhibit", text("What the visitor stands before"),
                "audience",
                    Map.of(
                        "type", "string", "enum", List.of("child", "general", "elder", "educator")),
                "locale", Map.of("type", "string", "enum", List.of("zh-CN", "zh-TW", "en"))),
            "question");

    ChatRequest toRequest(Locale preferred) {
      return new ChatRequest(
          new Question(
              Fields.question(question),
              Channel.API,
              Fields.identifier("venue", venue),
              Fields.identifier("exhibit", exhibit),
              Optional.ofNullable(audience).orElse(Audience.GENERAL),
              Fields.language(locale, Language.of(preferred))),
          Fields.uuid("conversationId", conversationId),
          null,
          List.of(),
          Scene.UNKNOWN.chosenFor(audience));
    }
  }

  /** Of {@code search}. */
  record Search(@Nullable String question, @Nullable Integer limit) {

    private static final int FEW = 5;
    private static final int MOST = 10;

    static final Map<String, Object> SCHEMA =
        object(
            Map.of(
                "question",
                QUESTION,
                "limit",
                Map.of("type", "integer", "minimum", 1, "maximum", MOST, "default", FEW)),
            "question");

    String asked() {
      return Fields.question(question);
    }

    int most() {
      return limit == null ? FEW : Math.clamp(limit, 1, MOST);
    }
  }

  /** Of {@code read}. */
  record Read(@Nullable String documentId, @Nullable String version, @Nullable String section) {

    static final Map<String, Object> SCHEMA =
        object(
            Map.of(
                "documentId", text("The documentId of a citation or of a section that was found"),
                "version", text("The documentVersion of a citation; left out: the current one"),
                "section", text("The heading of one section; left out: the whole text")),
            "documentId");

    String id() {
      return documentId == null ? "" : documentId.strip();
    }
  }

  private static Map<String, Object> text(String description) {
    return Map.of("type", "string", "description", description);
  }

  private static Map<String, Object> object(Map<String, Object> properties, String required) {
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.of(required),
        "additionalProperties",
        false);
  }
}
