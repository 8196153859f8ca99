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

  /**
   * The request in the service's own terms.
   *
   * @param preferred the language to use where the body names none
   * @throws ApiException if a field breaks a rule
   */
  ChatRequest toRequest(Locale preferred) {
    return new ChatRequest(
        new Question(
            Fields.question(question),
            Optional.ofNullable(channel).orElse(Channel.API),
            Fields.identifier("venue", venue),
            Fields.identifier("exhibit", exhibit),
            Optional.ofNullable(audience).orElse(Audience.GENERAL),
            Fields.language(locale, Language.of(preferred))),
        conversationId,
        requestId);
  }
}
