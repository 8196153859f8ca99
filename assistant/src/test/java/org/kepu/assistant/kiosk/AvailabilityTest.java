package org.kepu.assistant.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Minutes with a heartbeat ÷ opening minutes. */
class AvailabilityTest {

  private static final Instant NINE = Instant.parse("2026-11-29T01:00:00Z");
  private static final Version OPEN_9_TO_17 =
      new Version(1, Sample.configuration("t", 9, 17), "wang", NINE.minus(Duration.ofDays(9)));

  @Test
  void onlyOpeningMinutesCountAboveAndBelowTheLine() {
    SortedSet<Instant> beats = minutes(NINE.minusSeconds(3600), 180);

    Availability availability =
        Availability.of(
            beats, List.of(OPEN_9_TO_17), NINE.minusSeconds(7200), NINE.plusSeconds(4 * 3600));

    assertThat(availability).isEqualTo(new Availability(120, 240));
    assertThat(availability.share()).isEqualTo(0.5);
  }

  @Test
  void aMinuteThatIsNotOverYetIsNotCounted() {
    assertThat(
            Availability.of(
                minutes(NINE, 3),
                List.of(OPEN_9_TO_17),
                NINE.plusSeconds(1),
                NINE.plusSeconds(179)))
        .isEqualTo(new Availability(1, 1));
  }

  @Test
  void eachMinuteIsJudgedByTheHoursThatHeldThen() {
    Version from12 =
        new Version(2, Sample.configuration("t", 12, 17), "wang", NINE.plusSeconds(3600));

    Availability availability =
        Availability.of(
            new TreeSet<>(), List.of(from12, OPEN_9_TO_17), NINE, NINE.plus(Duration.ofHours(8)));

    assertThat(availability.openingMinutes()).isEqualTo(60 + 5 * 60);
  }

  @Test
  void whatWasNeverOpenHasNoShare() {
    assertThat(Availability.of(new TreeSet<>(), List.of(), NINE, NINE.plusSeconds(600)).share())
        .isNull();
  }

  private static SortedSet<Instant> minutes(Instant from, int count) {
    SortedSet<Instant> minutes = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      minutes.add(from.plus(Duration.ofMinutes(i)));
    }
    return minutes;
  }
}
