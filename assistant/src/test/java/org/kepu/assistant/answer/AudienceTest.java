package org.kepu.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudienceTest {

  @ParameterizedTest
  @CsvSource({"CHILD, CHILD", "GENERAL, GENERAL", "ELDER, GENERAL", "EDUCATOR, GENERAL"})
  void onlyChildrenAreGivenWhatIsWrittenForThem(
      Audience audience, org.kepu.knowledge.document.Audience documents) {
    assertThat(audience.ofDocuments()).isEqualTo(documents);
  }
}
