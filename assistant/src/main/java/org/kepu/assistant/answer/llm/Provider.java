package org.kepu.assistant.answer.llm;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a model is.
 *
 * @param baseUrl its OpenAI-compatible address with its version, as in {@code
 *     http://localhost:11434/v1}; empty: none
 * @param apiKey the key it wants; empty: none
 * @param model its name there
 */
public record Provider(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("") String model) {

  public boolean configured() {
    return !baseUrl.isBlank();
  }

  /** Refuses an address without a model or without a host. */
  void check(String variables) {
    if (configured() && model.isBlank()) {
      throw new IllegalArgumentException(
          "%1$s_BASE_URL is set to '%2$s' but %1$s_MODEL is not; please name the model"
              .formatted(variables, baseUrl));
    }
    if (configured() && !baseUrl.matches("https?://[^/\\s]+.*")) {
      throw new IllegalArgumentException(
          "%s_BASE_URL begins with http:// or https:// and a host, '%s' does not"
              .formatted(variables, baseUrl));
    }
  }

  /** As {@link Object#toString}, without the key. */
  @Override
  public String toString() {
    return "%s at %s".formatted(model, baseUrl);
  }
}
