package org.kepu.assistant.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.reach.figures.Suppression;

/**
 * The cells of one table in every month and year, with the small ones hidden so that no report
 * gives away what another hides: what is hidden in a month is hidden in its year, too, for the year
 * less the other months would tell it.
 */
final class SmallCells {

  private final Function<Period, SortedMap<String, Long>> amounts;
  private final Map<YearMonth, SortedMap<String, Amount>> months = new HashMap<>();

  /**
   * Cells that are hidden where they must be.
   *
   * @param amounts the cells of a period, which add up over periods
   */
  SmallCells(Function<Period, SortedMap<String, Long>> amounts) {
    this.amounts = amounts;
  }

  /**
   * How much something is.
   *
   * @param value the truth
   * @param hidden whether it may not be shown
   */
  record Amount(long value, boolean hidden) {

    static final Amount NOTHING = new Amount(0, false);

    Cell cell() {
      return hidden ? Cell.text(Cell.HIDDEN) : Cell.count(value);
    }
  }

  /** The cells of a month or a year that are not nothing. */
  SortedMap<String, Amount> of(Span span) {
    if (!span.isYear()) {
      return month(span.first());
    }
    Set<String> hiddenInAMonth = new HashSet<>();
    for (YearMonth month : span.months()) {
      month(month)
          .forEach(
              (key, amount) -> {
                if (amount.hidden()) {
                  hiddenInAMonth.add(key);
                }
              });
    }
    return hidden(amounts.apply(span.period()), hiddenInAMonth);
  }

  private SortedMap<String, Amount> month(YearMonth month) {
    return months.computeIfAbsent(
        month, it -> hidden(amounts.apply(Span.of(it).period()), Set.of()));
  }

  private static SortedMap<String, Amount> hidden(
      SortedMap<String, Long> amounts, Set<String> already) {
    List<Long> values = new ArrayList<>();
    List<Boolean> known = new ArrayList<>();
    amounts.forEach(
        (key, amount) -> {
          values.add(amount);
          known.add(already.contains(key));
        });
    List<Boolean> hidden = Suppression.hidden(values, known);
    SortedMap<String, Amount> result = new TreeMap<>(amounts.comparator());
    int at = 0;
    for (Map.Entry<String, Long> amount : amounts.entrySet()) {
      if (amount.getValue() != 0) {
        result.put(amount.getKey(), new Amount(amount.getValue(), hidden.get(at)));
      }
      at++;
    }
    return result;
  }
}
