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
import org.kepu.assistant.kiosk.Terminal;
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
    @Schema(description = "As the visitor chose; omitted: they did not, and it is for everybody")
        @Nullable Audience audience,
    @Schema(description = "zh-CN, zh-TW or en", example = "zh-CN") @Nullable String locale,
    @Schema(description = "The kiosk's conversation that was taken along by its QR code")
        @Nullable UUID parentConversationId,
    @Schema(
            description =
                "The kiosk it is asked at; a paired one is known by its cookie, and so is its place")
        @Nullable String terminal,
    @Nullable String hall,
    @Schema(description = "The activity it is asked at") @Nullable String activity,
    @Schema(description = "What the activity is part of") @Nullable String programme) {

  /**
   * The request in the service's own terms.
   *
   * @param preferred the language to use where the body names none
   * @param visitor who asks
   * @param stands where it may come from; a paired terminal's place is its own, whatever is said
   *     here
   * @throws ApiException if a field breaks a rule
   */
  ChatRequest toRequest(Locale preferred, Visitor visitor, TerminalPass.Stands stands) {
    TerminalPass.Stand stand = stands.at(channel, Fields.identifier("terminal", terminal));
    Terminal paired = stand.terminal();
    return new ChatRequest(
            new Question(
                Fields.question(question),
                Optional.ofNullable(channel).orElse(Channel.API),
                paired == null ? Fields.identifier("venue", venue) : paired.configuration().venue(),
                paired == null
                    ? Fields.identifier("exhibit", exhibit)
                    : paired.configuration().exhibit(),
                Optional.ofNullable(audience).orElse(Audience.GENERAL),
                Fields.language(locale, Language.of(preferred))),
            conversationId,
            requestId)
        .at(scene(visitor, stand));
  }

  private Scene scene(Visitor visitor, TerminalPass.Stand stand) {
    Terminal paired = stand.terminal();
    return Scene.builder()
        .parentConversationId(parentConversationId == null ? null : parentConversationId.toString())
        .visitorKey(channel == Channel.KIOSK ? null : visitor.key())
        .terminal(paired == null ? Fields.identifier("terminal", terminal) : paired.id())
        .hall(paired == null ? Fields.identifier("hall", hall) : paired.configuration().hall())
        .activity(Fields.identifier("activity", activity))
        .programme(Fields.identifier("programme", programme))
        .audience(audience)
        .flags(stand.trial() ? visitor.tried() : visitor.flags())
        .build();
  }
}
