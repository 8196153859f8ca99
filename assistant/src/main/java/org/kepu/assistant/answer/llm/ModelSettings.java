package org.kepu.assistant.answer.llm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that phrases answers, behind an OpenAI-compatible address. Without an address there is
 * none, and answers are quotes.
 *
 * @param baseUrl where it is, with its version, as in {@code http://localhost:11434/v1}; empty:
 *     none
 * @param apiKey the key it wants; empty: none
 * @param model its name there
 * @param firstTokenTimeout how long its first words may take
 * @param idleTimeout how long it may be silent between words
 * @param totalTimeout how long an answer may take
 * @param maxCharacters the longest answer read from it, in characters
 */
@ConfigurationProperties("kepu.llm")
public record ModelSettings(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("") String model,
    @DefaultValue("15s") Duration firstTokenTimeout,
    @DefaultValue("10s") Duration idleTimeout,
    @DefaultValue("60s") Duration totalTimeout,
    @DefaultValue("4000") int maxCharacters) {

  public ModelSettings {
    if (!baseUrl.isBlank() && model.isBlank()) {
      throw new IllegalArgumentException(
          "KEPU_LLM_BASE_URL is set to '%s' but KEPU_LLM_MODEL is not; please name the model"
              .formatted(baseUrl));
    }
    if (!baseUrl.isBlank() && !baseUrl.matches("https?://[^/\\s]+.*")) {
      throw new IllegalArgumentException(
          "KEPU_LLM_BASE_URL begins with http:// or https:// and a host, '%s' does not"
              .formatted(baseUrl));
    }
  }

  public boolean configured() {
    return !baseUrl.isBlank();
  }

  /** As {@link Object#toString}, without the key. */
  @Override
  public String toString() {
    return "ModelSettings[%s at %s]".formatted(model, baseUrl);
  }
}
