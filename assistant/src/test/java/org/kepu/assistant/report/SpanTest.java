package org.kepu.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05, 2026-05-01, 2026-05-31, 2026-04, 2025-05, 2026年5月",
    "2026-01, 2026-01-01, 2026-01-31, 2025-12, 2025-01, 2026年1月",
    "2024-02, 2024-02-01, 2024-02-29, 2024-01, 2023-02, 2024年2月",
    "2026, 2026-01-01, 2026-12-31, 2025, 2025, 2026年"
  })
  void aSpanIsAMonthOrAYearOfTheCalendar(
      String written, String from, String to, String before, String yearBefore, String chinese) {
    Span span = Span.parse(written).orElseThrow();

    assertThat(span.toString()).isEqualTo(written);
    assertThat(span.period().from()).isEqualTo(from);
    assertThat(span.period().to()).isEqualTo(to);
    assertThat(span.before().toString()).isEqualTo(before);
    assertThat(span.yearBefore().toString()).isEqualTo(yearBefore);
    assertThat(span.inChinese()).isEqualTo(chinese);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13", "2026-5", "1026", "05-2026", "2026-05-01", "locks"})
  void whatIsNeitherIsNone(String written) {
    assertThat(Span.parse(written)).isEmpty();
  }

  @Test
  void twoMonthsAreNoSpan() {
    assertThatThrownBy(() -> new Span(YearMonth.of(2026, 1), YearMonth.of(2026, 2)))
        .hasMessageContaining("2026-01 to 2026-02");
  }
}
