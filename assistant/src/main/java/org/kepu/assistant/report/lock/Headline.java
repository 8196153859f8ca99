package org.kepu.assistant.report.lock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.ledger.Totals;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/** The totals of a month that an adjusting entry can be of. */
public enum Headline {
  VISITS,
  OFFLINE,
  ONLINE,
  MEDIA,
  OVERLAP,
  SERVED,
  ACTIVITIES,
  BOOKS,
  PRODUCTS,
  QUESTIONS,
  /** How many rows below the totals are not what they were. */
  DETAILS;

  /** The name on the wire and in the database. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The totals of a period; the details are none.
   *
   * @param earlier see {@link Locks#earlierDefinitions}
   */
  static Map<Headline, Long> of(
      Period period, FigureStore figures, Ledgers ledgers, Plans plans, LocalDate earlier) {
    Reach.View reach = new Reach(figures, ledgers, plans, earlier).of(period);
    Totals totals = reach.totals();
    long questions =
        figures.sums(period, Set.of(), Dimension.OUTCOME).values().stream()
            .mapToLong(amounts -> amounts.getOrDefault(Measure.QUESTION, 0L))
            .sum();
    Map<Headline, Long> all = new EnumMap<>(Headline.class);
    all.put(VISITS, reach.visits());
    all.put(OFFLINE, totals.offline());
    all.put(ONLINE, totals.online());
    all.put(MEDIA, totals.media());
    all.put(OVERLAP, reach.overlap());
    all.put(SERVED, reach.served());
    all.put(ACTIVITIES, totals.activities());
    all.put(BOOKS, totals.books());
    all.put(PRODUCTS, totals.products());
    all.put(QUESTIONS, questions / Count.WHOLE);
    all.put(DETAILS, 0L);
    return all;
  }
}
