package org.kepu.assistant.web.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.chat.ChatRequest;
import org.kepu.assistant.chat.ChatRequest.Exchange;
import org.kepu.assistant.reach.Scene;
import org.kepu.assistant.web.ApiException;
import org.kepu.assistant.web.Fields;
import tools.jackson.databind.JsonNode;

/**
 * The body of {@code POST /v1/chat/completions}. What it does not name is ignored: how free a model
 * may be, which tools it may call, what form it must write in.
 */
@Schema(name = "CompletionRequest")
record CompletionBody(
    @Schema(description = "kepu, kepu-child, kepu-elder or kepu-educator", example = "kepu")
        @Nullable String model,
    @Schema(
            description =
                "The last user message is the question. Earlier user and assistant messages only say what"
                    + " a follow-up points back to; system and tool messages are ignored",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable List<@Nullable Message> messages,
    @Nullable Boolean stream,
    @JsonProperty("stream_options") @Nullable StreamOptions streamOptions,
    @Schema(description = "1, or nothing") @Nullable Integer n,
    @Schema(description = "venue, exhibit, locale and conversation_id, as in POST /api/v1/chat")
        @Nullable Map<String, String> metadata) {

  private static final Set<String> IGNORED = Set.of("system", "developer", "tool", "function");

  /** Characters of an earlier message that are read; nobody points back to what comes later. */
  private static final int MOST_OF_EARLIER = 2_000;

  boolean streamed() {
    return Boolean.TRUE.equals(stream);
  }

  boolean usageWanted() {
    return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
  }

  /**
   * The request in the service's own terms.
   *
   * @param preferred the language to use where the metadata name none
   * @param requestId the same id again gets the same answer, null for none
   * @throws ApiException if a field breaks a rule
   */
  ChatRequest toRequest(Locale preferred, @Nullable UUID requestId) {
    if (n != null && n != 1) {
      throw ApiException.badRequest("n_unsupported", n);
    }
    List<Said> said = said();
    int last = lastQuestion(said);
    Map<String, String> around = metadata == null ? Map.of() : metadata;
    return new ChatRequest(
        new Question(
            Fields.question(said.get(last).text()),
            Channel.API,
            Fields.identifier("venue", around.get("venue")),
            Fields.identifier("exhibit", around.get("exhibit")),
            Model.of(model).audience(),
            Fields.language(around.get("locale"), Language.of(preferred))),
        Fields.uuid("conversation_id", around.get("conversation_id")),
        requestId,
        exchanges(said.subList(0, last)),
        Scene.UNKNOWN.chosenFor(Model.of(model).chosen()));
  }

  private List<Said> said() {
    if (messages == null || messages.isEmpty()) {
      throw ApiException.badRequest("messages_missing");
    }
    List<Said> said = new ArrayList<>();
    for (Message message : messages) {
      String role = message == null || message.role() == null ? "" : message.role();
      if (message != null && (role.equals("user") || role.equals("assistant"))) {
        said.add(new Said(role.equals("user"), message.text()));
      } else if (!IGNORED.contains(role)) {
        throw ApiException.badRequest("role_unknown", role);
      }
    }
    return said;
  }

  private static int lastQuestion(List<Said> said) {
    for (int i = said.size() - 1; i >= 0; i--) {
      if (said.get(i).byUser()) {
        return i;
      }
    }
    throw ApiException.badRequest("messages_without_question");
  }

  /** Each earlier question with what came after it. */
  private static List<Exchange> exchanges(List<Said> said) {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      String question = said.get(i).text().strip();
      if (said.get(i).byUser() && !question.isEmpty() && question.length() <= Question.MAX_LENGTH) {
        boolean answered = i + 1 < said.size() && !said.get(i + 1).byUser();
        exchanges.add(new Exchange(question, answered ? shortened(said.get(i + 1).text()) : ""));
      }
    }
    return exchanges;
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), MOST_OF_EARLIER));
  }

  private record Said(boolean byUser, String text) {}

  /**
   * A message.
   *
   * @param content a text, or a list of parts of type {@code text}
   */
  @Schema(name = "CompletionMessage")
  record Message(
      @Schema(example = "user") @Nullable String role,
      @Schema(type = "string", example = "麋鹿为什么叫“四不像”？") @Nullable JsonNode content) {

    String text() {
      if (content == null || content.isNull()) {
        return "";
      }
      if (content.isString()) {
        return content.asString();
      }
      if (!content.isArray()) {
        throw ApiException.badRequest("content_unsupported", content.getNodeType());
      }
      StringBuilder text = new StringBuilder();
      for (JsonNode part : content) {
        text.append(textOf(part));
      }
      return text.toString();
    }

    private static String textOf(JsonNode part) {
      if (part.isString()) {
        return part.asString();
      }
      JsonNode text = part.path("text");
      if (!part.path("type").asString("").equals("text") || !text.isString()) {
        throw ApiException.badRequest("content_unsupported", part.path("type").asString(""));
      }
      return text.asString();
    }
  }

  record StreamOptions(@JsonProperty("include_usage") @Nullable Boolean includeUsage) {}
}
