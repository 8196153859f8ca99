package org.kepu.assistant.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.chat.Answer;

/**
 * A whole answer, or a chunk of a streamed one.
 *
 * @param id {@code chatcmpl-} and the answer's id
 * @param created when it was accepted, in seconds since 1970
 * @param choices one, or none in a chunk that only counts
 * @param usage null in chunks, but for the last where it was asked for
 * @param kepu the answer as {@code POST /api/v1/chat} gives it, with its citations; in a stream
 *     with the last choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
    String id,
    @Schema(example = "chat.completion") String object,
    long created,
    String model,
    List<Choice> choices,
    @Nullable Usage usage,
    @Nullable Answer kepu) {

  Completion {
    choices = List.copyOf(choices);
  }

  /**
   * @param message of a whole answer
   * @param delta of a chunk
   * @param finishReason {@code stop} where the answer is over
   */
  record Choice(
      int index,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Message message,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Message delta,
      @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("finish_reason")
          @Nullable String finishReason) {

    static Choice whole(String text) {
      return new Choice(0, new Message("assistant", text), null, "stop");
    }

    static Choice begun() {
      return new Choice(0, null, new Message("assistant", ""), null);
    }

    static Choice more(String text) {
      return new Choice(0, null, new Message(null, text), null);
    }

    static Choice over() {
      return new Choice(0, null, new Message(null, null), "stop");
    }
  }

  @Schema(name = "CompletionAnswer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Message(@Nullable String role, @Nullable String content) {}

  /**
   * How long question and answer are, in word pieces of the vocabulary that the product's own
   * models read: about one a Chinese character. No bill is made of them, and a language model
   * behind the service counts by its own.
   */
  record Usage(
      @JsonProperty("prompt_tokens") int promptTokens,
      @JsonProperty("completion_tokens") int completionTokens,
      @JsonProperty("total_tokens") int totalTokens) {}
}
