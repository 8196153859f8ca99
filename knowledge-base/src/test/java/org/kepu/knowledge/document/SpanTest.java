package org.kepu.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

  @Test
  void aSpanCoversFromItsStartToBeforeItsEnd() {
    assertThat(new Span(1, 3).of("麋鹿吃草")).isEqualTo("鹿吃");
    assertThat(new Span(1, 3).length()).isEqualTo(2);
    assertThat(new Span(1, 3).shifted(4)).isEqualTo(new Span(5, 7));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "2, 1"})
  void aSpanThatDoesNotRunForwardIsRefused(int start, int end) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(start, end))
        .withMessageContaining(start + ".." + end);
  }
}
