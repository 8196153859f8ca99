package org.kepu.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.report.SmallCells.Amount;

/**
 * Whoever has every report of two years – all months, both years, their totals – and subtracts as
 * they like learns no small cell.
 */
class SmallCellsTest {

  private static final int KEYS = 6;
  private static final long SMALL = 10;
  private static final BigInteger PRIME = BigInteger.valueOf(2_147_483_647);

  @Test
  void whatIsHiddenInAMonthIsHiddenInItsYear() {
    Map<YearMonth, SortedMap<String, Long>> truth = new HashMap<>();
    for (int month = 1; month <= 12; month++) {
      truth.put(YearMonth.of(2026, month), amounts(100, 50, month == 3 ? 4 : 20));
    }
    SmallCells cells = cells(truth);

    assertThat(hidden(cells, Span.of(YearMonth.of(2026, 2)))).isEmpty();
    assertThat(hidden(cells, Span.of(YearMonth.of(2026, 3)))).containsExactly("1", "2");
    assertThat(hidden(cells, Span.of(Year.of(2026)))).containsExactly("1", "2");
  }

  /** An attempt is one small cell and everything that was ever published about its table. */
  @Test
  void aThousandAttemptsToSubtractReportsFromEachOtherRecoverNoSmallCell() {
    Random random = new Random(7);
    int attempts = 0;
    while (attempts < 1000) {
      Map<YearMonth, SortedMap<String, Long>> truth = years(random);
      SmallCells cells = cells(truth);
      Published published = new Published(truth);
      for (YearMonth month : truth.keySet()) {
        published.add(cells, Span.of(month));
      }
      published.add(cells, Span.of(Year.of(2025)));
      published.add(cells, Span.of(Year.of(2026)));
      for (Map.Entry<YearMonth, SortedMap<String, Long>> month : truth.entrySet()) {
        for (Map.Entry<String, Long> cell : month.getValue().entrySet()) {
          boolean small = cell.getValue() > 0 && cell.getValue() < SMALL;
          long others =
              month.getValue().values().stream().mapToLong(Long::longValue).sum() - cell.getValue();
          // Where a month has nothing else, its total is the cell.
          if (small && others > 0) {
            attempts++;
            assertThat(published.tells(month.getKey(), cell.getKey()))
                .as("%s %s of %s", month.getKey(), cell.getKey(), truth)
                .isFalse();
          }
        }
      }
    }
  }

  /** The check above does find what a careless report would give away. */
  @Test
  void withoutHidingInYearsASubtractionWouldTell() {
    Map<YearMonth, SortedMap<String, Long>> truth = new HashMap<>();
    for (int month = 1; month <= 12; month++) {
      truth.put(YearMonth.of(2026, month), amounts(100, 50, month == 3 ? 4 : 20));
    }
    Published published = new Published(truth);
    SmallCells cells = cells(truth);
    truth.keySet().forEach(month -> published.add(cells, Span.of(month)));
    Published careless = new Published(truth);
    truth.keySet().forEach(month -> careless.add(cells, Span.of(month)));
    careless.addSum(truth.keySet(), "2");

    assertThat(published.tells(YearMonth.of(2026, 3), "2")).isFalse();
    assertThat(careless.tells(YearMonth.of(2026, 3), "2")).isTrue();
  }

  private static List<String> hidden(SmallCells cells, Span span) {
    return cells.of(span).entrySet().stream()
        .filter(cell -> cell.getValue().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static SmallCells cells(Map<YearMonth, SortedMap<String, Long>> truth) {
    return new SmallCells(
        period -> {
          SortedMap<String, Long> sums = new TreeMap<>();
          truth.forEach(
              (month, amounts) -> {
                if (!month.atDay(1).isBefore(period.from())
                    && !month.atDay(1).isAfter(period.to())) {
                  amounts.forEach((key, amount) -> sums.merge(key, amount, Long::sum));
                }
              });
          return sums;
        });
  }

  private static Map<YearMonth, SortedMap<String, Long>> years(Random random) {
    Map<YearMonth, SortedMap<String, Long>> truth = new HashMap<>();
    for (int month = 0; month < 24; month++) {
      long[] amounts = new long[KEYS];
      for (int key = 0; key < KEYS; key++) {
        int drawn = random.nextInt(10);
        amounts[key] =
            drawn == 0 ? 0 : drawn <= 2 ? 1 + random.nextInt(9) : 10 + random.nextInt(200);
      }
      truth.put(YearMonth.of(2025, 1).plusMonths(month), amounts(amounts));
    }
    return truth;
  }

  private static SortedMap<String, Long> amounts(long... amounts) {
    SortedMap<String, Long> row = new TreeMap<>();
    for (int i = 0; i < amounts.length; i++) {
      row.put(String.valueOf(i), amounts[i]);
    }
    return row;
  }

  /**
   * All that was published, as linear equations in the cells that were not; solved modulo a prime,
   * so that a cell is told exactly where some sum of equations is that cell alone.
   */
  private static final class Published {

    private final Map<YearMonth, SortedMap<String, Long>> truth;
    private final List<Map<String, BigInteger>> equations = new ArrayList<>();

    Published(Map<YearMonth, SortedMap<String, Long>> truth) {
      this.truth = truth;
    }

    /** The cells of a report, and its total. */
    void add(SmallCells cells, Span span) {
      Map<String, Amount> shown = cells.of(span);
      for (int key = 0; key < KEYS; key++) {
        String name = String.valueOf(key);
        if (!shown.getOrDefault(name, Amount.NOTHING).hidden()) {
          addSum(span.months(), name);
        }
      }
      Map<String, BigInteger> total = new HashMap<>();
      for (YearMonth month : span.months()) {
        truth
            .getOrDefault(month, new TreeMap<>())
            .keySet()
            .forEach(key -> total.put(month + key, BigInteger.ONE));
      }
      learn(total);
    }

    /** The sum of a key over months. */
    void addSum(Iterable<YearMonth> months, String key) {
      Map<String, BigInteger> sum = new HashMap<>();
      months.forEach(month -> sum.put(month + key, BigInteger.ONE));
      learn(sum);
    }

    /** Whether a cell is a sum of equations. */
    boolean tells(YearMonth month, String key) {
      Map<String, BigInteger> asked = new HashMap<>(Map.of(month + key, BigInteger.ONE));
      reduce(asked);
      return asked.isEmpty();
    }

    private void learn(Map<String, BigInteger> equation) {
      reduce(equation);
      if (!equation.isEmpty()) {
        BigInteger first = Objects.requireNonNull(equation.get(pivot(equation)));
        BigInteger inverse = first.modInverse(PRIME);
        equation.replaceAll((name, value) -> value.multiply(inverse).mod(PRIME));
        equations.add(equation);
      }
    }

    /** Takes from a row what the equations say already. None of them has an earlier one's pivot. */
    private void reduce(Map<String, BigInteger> row) {
      for (Map<String, BigInteger> equation : equations) {
        BigInteger factor = row.get(pivot(equation));
        if (factor != null) {
          equation.forEach(
              (name, value) -> {
                BigInteger rest =
                    row.getOrDefault(name, BigInteger.ZERO)
                        .subtract(value.multiply(factor))
                        .mod(PRIME);
                if (rest.signum() == 0) {
                  row.remove(name);
                } else {
                  row.put(name, rest);
                }
              });
        }
      }
    }

    private static String pivot(Map<String, BigInteger> row) {
      return row.keySet().stream().min(String::compareTo).orElseThrow();
    }
  }
}
