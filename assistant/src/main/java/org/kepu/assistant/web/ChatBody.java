package org.kepu.assistant.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.ChatRequest;

/** The body of {@code POST /api/v1/chat}. */
@Schema(name = "ChatRequest")
record ChatBody(
    @Schema(
            description = "What is asked; 1 to 500 characters after trimming",
            example = "麋鹿为什么叫“四不像”？",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String question,
    @Schema(description = "The same id again returns the same answer and counts once")
        @Nullable UUID requestId,
    @Schema(description = "Omitted: a new conversation") @Nullable UUID conversationId,
    @Nullable Channel channel,
    @Schema(description = "Where it is asked", example = "milu") @Nullable String venue,
    @Schema(description = "What the visitor stands before", example = "milu-01")
        @Nullable String exhibit,
    @Nullable Audience audience,
    @Schema(description = "zh-CN, zh-TW or en", example = "zh-CN") @Nullable String locale) {

  private static final int MAX_ID = 64;

  /**
   * The request in the service's own terms.
   *
   * @param preferred the language to use where the body names none
   * @throws ApiException if a field breaks a rule
   */
  ChatRequest toRequest(Locale preferred) {
    String text = question == null ? "" : question.strip();
    if (text.isEmpty() || text.length() > Question.MAX_LENGTH) {
      throw ApiException.badRequest("question_length", text.length(), Question.MAX_LENGTH);
    }
    return new ChatRequest(
        new Question(
            text,
            Optional.ofNullable(channel).orElse(Channel.API),
            identifier("venue", venue),
            identifier("exhibit", exhibit),
            Optional.ofNullable(audience).orElse(Audience.GENERAL),
            language(preferred)),
        conversationId,
        requestId);
  }

  private Language language(Locale preferred) {
    if (locale == null) {
      return Language.of(preferred);
    }
    for (Language language : Language.values()) {
      if (language.tag().equalsIgnoreCase(locale)) {
        return language;
      }
    }
    throw ApiException.badRequest("locale_unknown", locale);
  }

  private static @Nullable String identifier(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_ID || !value.matches("[A-Za-z0-9._:-]+")) {
      throw ApiException.badRequest("identifier_malformed", field, MAX_ID);
    }
    return value;
  }
}
