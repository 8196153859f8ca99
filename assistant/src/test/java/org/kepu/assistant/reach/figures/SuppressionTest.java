package org.kepu.assistant.reach.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

  @ParameterizedTest
  @CsvSource({
    "10 20 30, 10 20 30",
    "0 20 30, 0 20 30",
    "4 20 30, ? ? 30",
    "4 5 30, ? ? ?",
    "4 7 30, ? ? 30",
    "1 1 10 12, ? ? ? 12",
    "4, ?",
    "0, 0"
  })
  void smallCellsAreHiddenAndWhatWouldGiveThemAway(String cells, String shown) {
    List<Long> amounts = Arrays.stream(cells.split(" ")).map(Long::valueOf).toList();
    List<Boolean> hidden = Suppression.hidden(amounts);

    List<String> seen = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      seen.add(hidden.get(i) ? "?" : String.valueOf(amounts.get(i)));
    }
    assertThat(String.join(" ", seen)).isEqualTo(shown);
  }

  /**
   * Whoever knows the total and all that is shown learns the sum of what is hidden, and no cell.
   */
  @Test
  void aThousandAttemptsToSubtractRecoverNoSmallCell() {
    Random random = new Random(17);
    int attempts = 0;
    while (attempts < 1000) {
      List<Long> amounts =
          LongStream.range(0, 2 + random.nextInt(8))
              .map(i -> random.nextInt(3) == 0 ? random.nextInt(10) : 10 + random.nextInt(200))
              .boxed()
              .toList();
      long total = amounts.stream().mapToLong(Long::longValue).sum();
      List<Boolean> hidden = Suppression.hidden(amounts);
      boolean any = hidden.contains(true);
      if (!any || total < 2 * Suppression.SMALLEST_SHOWN) {
        continue;
      }
      attempts++;
      long shown = 0;
      int cells = 0;
      for (int i = 0; i < amounts.size(); i++) {
        shown += hidden.get(i) ? 0 : amounts.get(i);
        cells += hidden.get(i) ? 1 : 0;
      }
      long rest = total - shown;
      assertThat(cells).as("hidden of %s", amounts).isGreaterThanOrEqualTo(2);
      // Each hidden cell is at least 1, so one can only be known where the rest leaves no choice.
      assertThat(rest).as("the rest of %s", amounts).isGreaterThan(cells);
      assertThat(rest).isGreaterThanOrEqualTo(Suppression.SMALLEST_SHOWN);
    }
  }

  /** Two periods that differ by a day: what is told in tens differs by tens. */
  @Test
  void theDifferenceOfTwoPeriodsTellsNothingOfADay() {
    Random random = new Random(18);
    int told = 0;
    for (int i = 0; i < 1000; i++) {
      long before = 10L + random.nextInt(1000);
      long day = 1L + random.nextInt(9);
      long difference = Suppression.rounded(before + day) - Suppression.rounded(before);
      assertThat(difference % 10).isZero();
      told += difference == day ? 1 : 0;
    }
    assertThat(told).isZero();
  }
}
