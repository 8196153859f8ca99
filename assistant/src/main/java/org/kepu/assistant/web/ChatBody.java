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
import org.kepu.assistant.reach.Scene;

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
    @Schema(description = "zh-CN, zh-TW or en", example = "zh-CN") @Nullable String locale,
    @Schema(description = "The kiosk's conversation that was taken along by its QR code")
        @Nullable UUID parentConversationId,
    @Schema(description = "The kiosk it is asked at") @Nullable String terminal,
    @Nullable String hall,
    @Schema(description = "The activity it is asked at") @Nullable String activity,
    @Schema(description = "What the activity is part of") @Nullable String programme) {

  /**
   * The request in the service's own terms.
   *
   * @param preferred the language to use where the body names none
   * @param visitor who asks
   * @throws ApiException if a field breaks a rule
   */
  ChatRequest toRequest(Locale preferred, Visitor visitor) {
    return new ChatRequest(
            new Question(
                Fields.question(question),
                Optional.ofNullable(channel).orElse(Channel.API),
                Fields.identifier("venue", venue),
                Fields.identifier("exhibit", exhibit),
                Optional.ofNullable(audience).orElse(Audience.GENERAL),
                Fields.language(locale, Language.of(preferred))),
            conversationId,
            requestId)
        .at(scene(visitor));
  }

  private Scene scene(Visitor visitor) {
    return new Scene(
        parentConversationId == null ? null : parentConversationId.toString(),
        channel == Channel.KIOSK ? null : visitor.key(),
        null,
        Fields.identifier("terminal", terminal),
        null,
        Fields.identifier("hall", hall),
        null,
        Fields.identifier("activity", activity),
        Fields.identifier("programme", programme),
        null,
        null,
        null,
        visitor.flags());
  }
}
