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

  public Reach(FigureStore figures, Ledgers ledgers, Plans plans) {
    this.figures = figures;
    this.ledgers = ledgers;
    this.plans = plans;
  }

  /**
   * The ledgers of a period.
   *
   * @param visits R1
   * @param overlap the visits of R1 whom an activity counts already
   * @param served R1 + R2 + R3 − overlap
   */
  public record View(long visits, Totals totals, long overlap, long served) {}

  /** The ledgers of a period. */
  public View of(Period period) {
    List<Entry> entries = ledgers.upTo(period.to());
    Totals totals = Totals.of(entries, period.from(), period.to());
    Set<String> counted =
        entries.stream()
            .filter(entry -> entry.kind() == Kind.OFFLINE || entry.kind() == Kind.ONLINE)
            .filter(entry -> !entry.day().isBefore(period.from()))
            .map(Entry::item)
            .collect(Collectors.toSet());
    long visits = 0;
    long overlap = 0;
    for (Map.Entry<String, Map<Measure, Long>> activity :
        figures.sums(period, Set.of(), Dimension.ACTIVITY).entrySet()) {
      long here = activity.getValue().getOrDefault(Measure.VISIT, 0L);
      visits += here;
      // Of an activity that reports its heads, every visit is one of them.
      overlap +=
          counted.contains(activity.getKey())
              ? here
              : activity.getValue().getOrDefault(Measure.VISIT_COVERED, 0L);
    }
    return new View(visits, totals, overlap, visits + totals.offline() + totals.online() - overlap);
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
