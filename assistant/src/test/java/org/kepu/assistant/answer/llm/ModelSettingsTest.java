package org.kepu.assistant.answer.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void aSecondModelIsHeldToTheSameRulesAndAskedAfterTheFirst() {
    Provider first = new Provider("http://one/v1", "", "one");
    Provider second = new Provider("http://two/v1", "sk-secret", "two");

    assertThat(TestSettings.provided(first, second).providers()).containsExactly(first, second);
    assertThat(TestSettings.provided(first, second).toString()).doesNotContain("sk-secret");
    assertThatThrownBy(() -> TestSettings.provided(first, new Provider("http://two/v1", "", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("KEPU_LLM_SECOND_MODEL");
  }

  private static ModelSettings settings(String baseUrl, String apiKey, String model) {
    return TestSettings.provided(new Provider(baseUrl, apiKey, model), new Provider("", "", ""));
  }
}
