package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/** The four ledgers side by side, and the one sum that the dictionary has. */
public final class Reach {

  private final FigureStore figures;
  private final Ledgers ledgers;
  private final Plans plans;
  private final LocalDate earlier;

  /** By the definitions of now. */
  public Reach(FigureStore figures, Ledgers ledgers, Plans plans) {
    this(figures, ledgers, plans, LocalDate.MIN);
  }

  /**
   * The ledgers, of which a part may be counted as it was before.
   *
   * @param earlier up to this day as {@code kepu-reach 2} had it, see {@link Totals#of}
   */
  public Reach(FigureStore figures, Ledgers ledgers, Plans plans, LocalDate earlier) {
    this.figures = figures;
    this.ledgers = ledgers;
    this.plans = plans;
    this.earlier = earlier;
  }

  /**
   * The ledgers of a period.
   *
   * @param visits R1
   * @param overlap the visits of R1 whom an activity counts already; of an activity that is first
   *     counted in this period those before it, too, so that months add up to their year
   * @param served R1 + R2 + R3 − overlap
   */
  public record View(long visits, Totals totals, long overlap, long served) {}

  /** The ledgers of a period. */
  public View of(Period period) {
    List<Entry> entries = ledgers.upTo(period.to());
    Totals totals = Totals.of(entries, period.from(), period.to(), earlier);
    long visits =
        figures.sums(period, Set.of(), Dimension.ACTIVITY).values().stream()
            .mapToLong(sums -> amount(sums, Measure.VISIT))
            .sum();
    long overlap = overlap(period, entries);
    return new View(visits, totals, overlap, visits + totals.offline() + totals.online() - overlap);
  }

  private long overlap(Period period, List<Entry> entries) {
    if (period.from().isAfter(earlier)) {
      return covered(period, entries) + coveredBefore(period, entries);
    }
    if (!period.to().isAfter(earlier)) {
      return covered(
          period, entries.stream().filter(entry -> !entry.day().isBefore(period.from())).toList());
    }
    LocalDate next = earlier.plusDays(1);
    return overlap(new Period(period.from(), earlier), upTo(earlier, entries))
        + overlap(new Period(next, period.to()), entries);
  }

  private static List<Entry> upTo(LocalDate last, List<Entry> entries) {
    return entries.stream().filter(entry -> !entry.day().isAfter(last)).toList();
  }

  /** The visits of a period that entries count, and those that are flagged as covered. */
  private long covered(Period period, List<Entry> entries) {
    Set<String> counted =
        entries.stream().filter(Entry::ofHeads).map(Entry::item).collect(Collectors.toSet());
    long covered = 0;
    for (Map.Entry<String, Map<Measure, Long>> activity :
        figures.sums(period, Set.of(), Dimension.ACTIVITY).entrySet()) {
      // Of an activity that reports its heads, every visit is one of them.
      covered +=
          amount(
              activity.getValue(),
              counted.contains(activity.getKey()) ? Measure.VISIT : Measure.VISIT_COVERED);
    }
    return covered;
  }

  /**
   * The visits of the year before a period at activities whose heads are first reported in it:
   * nobody has taken them out yet but those that are flagged as covered.
   */
  private long coveredBefore(Period period, List<Entry> entries) {
    Map<String, LocalDate> firstCounted =
        entries.stream()
            .filter(Entry::ofHeads)
            .collect(
                Collectors.toMap(
                    Entry::item, Entry::day, (one, other) -> one.isBefore(other) ? one : other));
    firstCounted.values().removeIf(day -> day.isBefore(period.from()));
    if (firstCounted.isEmpty()) {
      return 0;
    }
    LocalDate last = period.from().minusDays(1);
    Period year = new Period(last.minusYears(1).plusDays(1), last);
    Map<String, Map<Measure, Long>> before = figures.sums(year, Set.of(), Dimension.ACTIVITY);
    return firstCounted.keySet().stream()
        .map(activity -> before.getOrDefault(activity, Map.of()))
        .mapToLong(sums -> amount(sums, Measure.VISIT) - amount(sums, Measure.VISIT_COVERED))
        .sum();
  }

  private static long amount(Map<Measure, Long> sums, Measure measure) {
    return sums.getOrDefault(measure, 0L);
  }

  /**
   * How far a plan has come.
   *
   * @param over whether its time is over
   * @param elapsed the share of its days that are over
   */
  public record Standing(
      Plan plan,
      boolean over,
      double elapsed,
      Plan.Progress activities,
      Plan.Progress books,
      Plan.Progress products,
      Plan.Progress visits) {}

  /** How far each plan has come on a day. */
  public List<Standing> standings(LocalDate today) {
    return plans.all().stream().map(plan -> standing(plan, today)).toList();
  }

  private Standing standing(Plan plan, LocalDate today) {
    LocalDate last = today.isBefore(plan.last()) ? today : plan.last();
    View reached = of(new Period(plan.first(), last.isBefore(plan.first()) ? plan.first() : last));
    double elapsed = plan.elapsed(today);
    Totals totals = reached.totals();
    return new Standing(
        plan,
        today.isAfter(plan.last()),
        elapsed,
        Plan.Progress.of(totals.activities(), plan.activities(), elapsed),
        Plan.Progress.of(totals.books(), plan.books(), elapsed),
        Plan.Progress.of(totals.products(), plan.products(), elapsed),
        Plan.Progress.of(reached.served(), plan.visits(), elapsed));
  }
}
