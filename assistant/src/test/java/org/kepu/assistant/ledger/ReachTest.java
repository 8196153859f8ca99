package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/** The visits of an activity are counted once, whenever its heads are reported. */
class ReachTest {

  private static final Period MAY = month(5);
  private static final Period JUNE = month(6);
  private static final Period BOTH = new Period(MAY.from(), JUNE.to());

  private final List<Entry> entries = new ArrayList<>();
  private final Map<LocalDate, Long> visits = new TreeMap<>();
  private final Map<LocalDate, Long> covered = new TreeMap<>();

  @Test
  void headsThatAreReportedInTheNextMonthTakeOutTheVisitsBeforeThem() {
    visits.put(LocalDate.parse("2026-05-30"), 20L);
    visits.put(LocalDate.parse("2026-06-02"), 30L);
    heads("2026-06-02", 500);

    assertThat(of(MAY).overlap()).as("not reported yet").isZero();
    assertThat(of(JUNE).overlap()).isEqualTo(50);
    assertThat(of(MAY).served() + of(JUNE).served()).isEqualTo(of(BOTH).served()).isEqualTo(500);
  }

  @Test
  void whoIsFlaggedAsCoveredIsTakenOutOnce() {
    visits.put(LocalDate.parse("2026-05-30"), 20L);
    covered.put(LocalDate.parse("2026-05-30"), 15L);
    heads("2026-06-02", 500);

    assertThat(of(MAY).overlap()).isEqualTo(15);
    assertThat(of(JUNE).overlap()).isEqualTo(5);
    assertThat(of(BOTH).overlap()).isEqualTo(20);
  }

  @Test
  void visitsAfterTheMonthOfTheHeadsAreStillOfTheirActivity() {
    visits.put(LocalDate.parse("2026-06-20"), 30L);
    heads("2026-05-31", 500);

    assertThat(of(JUNE).overlap()).isEqualTo(30);
    assertThat(of(MAY).overlap()).isZero();
  }

  @Test
  void aMonthLockedUnderEarlierDefinitionsStaysAndTheNextTakesOutWhatItDidNot() {
    visits.put(LocalDate.parse("2026-05-30"), 20L);
    heads("2026-06-02", 500);

    assertThat(of(JUNE, MAY.to()).overlap()).isEqualTo(20);
    assertThat(of(JUNE, JUNE.to()).overlap()).as("both locked then").isZero();
    assertThat(of(BOTH, MAY.to()).overlap()).isEqualTo(20);
  }

  private Reach.View of(Period period) {
    return of(period, LocalDate.MIN);
  }

  private Reach.View of(Period period, LocalDate earlier) {
    return new Reach(new Figures(), new Imported(), new None(), earlier).of(period);
  }

  private void heads(String day, long amount) {
    entries.add(
        new Entry(
            Kind.OFFLINE,
            "week",
            "t",
            "",
            "",
            "u",
            LocalDate.parse(day),
            Source.GATE,
            amount,
            Grade.B,
            ""));
  }

  private static Period month(int month) {
    LocalDate first = LocalDate.of(2026, month, 1);
    return new Period(first, first.plusMonths(1).minusDays(1));
  }

  private final class Figures implements FigureStore {

    @Override
    public SortedMap<String, Map<Measure, Long>> sums(
        Period period, Set<String> venues, Dimension dimension) {
      return new TreeMap<>(
          Map.of(
              "week",
              Map.of(
                  Measure.VISIT, within(visits, period),
                  Measure.VISIT_COVERED, within(covered, period))));
    }

    private static long within(Map<LocalDate, Long> days, Period period) {
      return days.entrySet().stream()
          .filter(day -> !day.getKey().isBefore(period.from()))
          .filter(day -> !day.getKey().isAfter(period.to()))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    @Override
    public SortedMap<String, Map<Measure, Long>> withoutSource(Period period, Set<String> venues) {
      throw new AssertionError("of no concern here");
    }

    @Override
    public SortedMap<String, Map<Measure, Long>> medians(Period period) {
      throw new AssertionError("of no concern here");
    }
  }

  private final class Imported implements Ledgers {

    @Override
    public List<Effect> preview(List<Entry> of) {
      throw new AssertionError("of no concern here");
    }

    @Override
    public List<Effect> keep(List<Entry> of, String by) {
      throw new AssertionError("of no concern here");
    }

    @Override
    public Set<String> counted() {
      throw new AssertionError("of no concern here");
    }

    @Override
    public List<Entry> upTo(LocalDate last) {
      return entries.stream().filter(entry -> !entry.day().isAfter(last)).toList();
    }
  }

  private static final class None implements Plans {

    @Override
    public List<Plan> all() {
      return List.of();
    }

    @Override
    public void keep(Plan plan) {
      throw new AssertionError("of no concern here");
    }

    @Override
    public void remove(UUID id) {
      throw new AssertionError("of no concern here");
    }
  }
}
