package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSettingsTest {

  @Test
  void noTokensForTheReaderDoWithoutIt() {
    assertThat(settings(0.3, 0, 1, 1).readerTokens()).isZero();
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "0.3, -1, 1, 1, kepu.chat.reader-tokens is 0 or more",
    "-0.1, 0, 1, 1, kepu.chat.least-evidence is from 0 to 1",
    "NaN, 0, 1, 1, kepu.chat.least-evidence is from 0 to 1",
    "0.3, 0, 0, 1, kepu.chat.questions-per-minute is 1 or more",
    "0.3, 0, 1, 0, kepu.chat.waiting-at-most is 1 or more",
  })
  void aValueOutOfRangeIsRefusedByItsSetting(
      double leastEvidence,
      int readerTokens,
      int questionsPerMinute,
      int waitingAtMost,
      String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(leastEvidence, readerTokens, questionsPerMinute, waitingAtMost))
        .withMessageContaining(message);
  }

  private static ChatSettings settings(
      double leastEvidence, int readerTokens, int questionsPerMinute, int waitingAtMost) {
    return new ChatSettings(
        leastEvidence, readerTokens, questionsPerMinute, waitingAtMost, Duration.ofSeconds(1));
  }
}
