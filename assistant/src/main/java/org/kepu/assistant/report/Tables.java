package org.kepu.assistant.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.report.ReachReport.Chart;
import org.kepu.assistant.report.ReachReport.Table;

/** Puts a table together, row by row. */
final class Tables {

  private final String id;
  private final String title;
  private final List<String> columns;
  private final List<List<Cell>> rows = new ArrayList<>();
  private @Nullable Chart chart;

  private Tables(String id, String title, List<String> columns) {
    this.id = id;
    this.title = title;
    this.columns = columns;
  }

  static Tables of(String id, String title, List<String> columns) {
    return new Tables(id, title, columns);
  }

  static Tables of(String id, String title, String... columns) {
    return new Tables(id, title, List.of(columns));
  }

  Tables row(String name, List<Cell> cells) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(name));
    row.addAll(cells);
    rows.add(row);
    return this;
  }

  Tables row(String name, Cell... cells) {
    return row(name, List.of(cells));
  }

  Tables chart(Chart.Kind kind, Integer... of) {
    chart = new Chart(kind, List.of(of));
    return this;
  }

  /** The table; one without rows says that there is nothing. */
  Table table() {
    if (rows.isEmpty()) {
      List<Cell> none = new ArrayList<>();
      none.add(Cell.text("本期没有数据"));
      columns.stream().skip(1).forEach(column -> none.add(Cell.none()));
      return new Table(id, title, columns, List.of(none), null);
    }
    return new Table(id, title, columns, rows, chart);
  }
}
