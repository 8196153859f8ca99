package org.kepu.assistant.answer.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import org.kepu.assistant.answer.AnswerFailureException;

/** A model behind an OpenAI-compatible address. */
public final class OpenAiModel implements LanguageModel {

  private static final double TEMPERATURE = 0.2;

  private final ModelSettings settings;
  private final StreamingChatModel model;

  public OpenAiModel(ModelSettings settings) {
    this.settings = settings;
    model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(settings.baseUrl())
            .apiKey(settings.apiKey().isBlank() ? "none" : settings.apiKey())
            .modelName(settings.model())
            .temperature(TEMPERATURE)
            .timeout(settings.totalTimeout())
            .build();
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public ModelStream write(Prompt prompt) {
    GuardedStream stream = new GuardedStream(settings);
    try {
      model.chat(
          ChatRequest.builder()
              .messages(
                  SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.material()))
              .build(),
          stream.handler());
    } catch (RuntimeException e) {
      throw new AnswerFailureException("The model cannot be asked", e);
    }
    return stream;
  }
}
