package org.kepu.assistant.report.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.report.Cell;
import org.kepu.assistant.report.ReachReport.Chart;
import org.kepu.assistant.report.ReachReport.Table;

/**
 * What a chart draws: the rows of a table that have a number in every column it shows.
 *
 * @param rows which rows of the table, from 0
 * @param names of them
 */
record Plot(
    String title, Chart.Kind kind, List<Integer> rows, List<String> names, List<Series> series) {

  /** Bars of more rows than these are too thin to be read. */
  private static final int MOST_BARS = 24;

  /** A row of numbers with a name. */
  record Series(String name, List<Double> numbers) {

    double largest() {
      return numbers.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  /** The plot of a table; null where it has no chart, or no numbers to draw. */
  static @Nullable Plot of(Table table) {
    Chart chart = table.chart();
    if (chart == null) {
      return null;
    }
    List<Integer> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      List<Cell> cells = table.rows().get(row);
      boolean numbers = chart.columns().stream().allMatch(at -> cells.get(at).number() != null);
      if (numbers && (chart.kind() == Chart.Kind.LINE || rows.size() < MOST_BARS)) {
        rows.add(row);
        names.add(cells.getFirst().text());
      }
    }
    List<Series> series =
        chart.columns().stream()
            .map(
                at ->
                    new Series(
                        table.columns().get(at),
                        rows.stream().map(row -> number(table, row, at)).toList()))
            .toList();
    boolean something = series.stream().anyMatch(it -> it.largest() > 0);
    return something ? new Plot(table.title(), chart.kind(), rows, names, series) : null;
  }

  private static double number(Table table, int row, int column) {
    BigDecimal number = table.rows().get(row).get(column).number();
    return Objects.requireNonNull(number, "A row without a number is not drawn").doubleValue();
  }
}
