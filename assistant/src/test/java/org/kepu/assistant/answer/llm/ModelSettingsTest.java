package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void withoutAnAddressThereIsNoModel(String baseUrl) {
    assertThat(settings(baseUrl, "", "").configured()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anAddressWithoutAModelsNameIsRefusedWithTheWayOut(String model) {
    assertThatThrownBy(() -> settings("http://localhost:11434/v1", "", model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "KEPU_LLM_BASE_URL", "http://localhost:11434/v1", "KEPU_LLM_MODEL", "please");
  }

  @Test
  void theKeyIsNotWrittenInLogs() {
    assertThat(settings("http://localhost/v1", "sk-secret", "model").toString())
        .contains("model", "http://localhost/v1")
        .doesNotContain("sk-secret");
  }

  private static ModelSettings settings(String baseUrl, String apiKey, String model) {
    Duration patience = Duration.ofSeconds(1);
    return new ModelSettings(baseUrl, apiKey, model, patience, patience, patience, 100);
  }
}
