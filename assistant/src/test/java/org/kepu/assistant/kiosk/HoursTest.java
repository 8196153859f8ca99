package org.kepu.assistant.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a terminal is for visitors. */
class HoursTest {

  private static final Hours HOURS =
      new Hours(
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          new TreeSet<>(List.of(DayOfWeek.MONDAY)),
          new TreeSet<>(List.of(LocalDate.of(2026, 10, 1))));

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T01:00:00Z, true",
    "2026-11-29T00:59:59Z, false",
    "2026-11-29T08:59:59Z, true",
    "2026-11-29T09:00:00Z, false",
    // Monday in Beijing, a planned closure, and the evening before Monday's midnight
    "2026-11-30T02:00:00Z, false",
    "2026-10-01T02:00:00Z, false",
    "2026-11-29T17:00:00Z, false",
  })
  void aMomentLiesInTheHoursOfBeijing(Instant moment, boolean open) {
    assertThat(HOURS.include(moment)).isEqualTo(open);
  }

  @Test
  void hoursEndAfterTheyBegin() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Hours(LocalTime.NOON, LocalTime.NOON, new TreeSet<>(), new TreeSet<>()))
        .withMessageContaining("12:00");
  }
}
