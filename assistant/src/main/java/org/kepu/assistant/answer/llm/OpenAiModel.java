package org.kepu.assistant.answer.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import org.kepu.assistant.answer.llm.ModelFailureException.Kind;

/** A model behind an OpenAI-compatible address. */
public final class OpenAiModel implements LanguageModel {

  private static final double TEMPERATURE = 0.2;

  /** A host that does not take a connection in this time is not there. */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** A chunk of a few characters takes some hundred around it. */
  private static final int WIRE_FOR_CHARACTER = 1_000;

  private final Provider provider;
  private final ModelSettings settings;
  private final HttpClient http;

  public OpenAiModel(Provider provider, ModelSettings settings) {
    this.provider = provider;
    this.settings = settings;
    http =
        HttpClient.newBuilder()
            // The servers that people run speak HTTP/1.1.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public String name() {
    return provider.model();
  }

  @Override
  public ModelStream write(Prompt prompt, Deadlines deadlines) {
    Exchange exchange =
        new Exchange(
            http,
            settings.maxLineCharacters(),
            (long) WIRE_FOR_CHARACTER * settings.maxCharacters() + settings.maxLineCharacters());
    GuardedStream stream =
        new GuardedStream(
            deadlines, settings.maxCharacters(), prompt.characters(), exchange::cancel);
    try {
      model(exchange)
          .chat(
              ChatRequest.builder()
                  .messages(
                      SystemMessage.from(prompt.instructions()),
                      UserMessage.from(prompt.material()))
                  .responseFormat(prompt.json() ? ResponseFormat.JSON : null)
                  .build(),
              stream.handler());
    } catch (RuntimeException e) {
      throw new ModelFailureException(Kind.BROKEN, "The model cannot be asked", e);
    }
    return stream;
  }

  /** Made for each call, so that ending a call ends its exchange and no other. */
  private OpenAiStreamingChatModel model(Exchange exchange) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(exchange.asBuilder())
        .baseUrl(provider.baseUrl())
        .apiKey(provider.apiKey().isBlank() ? "none" : provider.apiKey())
        .modelName(provider.model())
        .temperature(TEMPERATURE)
        .maxTokens(settings.maxCharacters())
        .build();
  }
}
