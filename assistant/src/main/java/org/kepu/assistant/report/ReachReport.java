package org.kepu.assistant.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report, in the words in which it is handed in.
 *
 * @param span what it is of, as {@link Span#parse} reads it
 * @param title its title
 * @param heading what stands below the title: names and what they are
 * @param madeOn when it was made
 * @param label the visible label: that a machine made it
 * @param sections in their order
 */
public record ReachReport(
    String span,
    String title,
    List<Fact> heading,
    LocalDate madeOn,
    String label,
    List<Section> sections) {

  /** The name of the definitions by which everything is counted, and their version. */
  public static final String DEFINITION = "kepu-reach 3";

  public ReachReport {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(title, "title");
    heading = List.copyOf(heading);
    Objects.requireNonNull(madeOn, "madeOn");
    Objects.requireNonNull(label, "label");
    sections = List.copyOf(sections);
  }

  /** All tables, in their order. */
  public List<Table> tables() {
    return sections.stream().flatMap(section -> section.tables().stream()).toList();
  }

  /** Something that is known of the report. */
  public record Fact(String name, String value) {}

  /**
   * A part of a report.
   *
   * @param id what it is called where machines read it
   * @param notes what has to be said of its tables
   */
  public record Section(String id, String title, List<String> notes, List<Table> tables) {

    public Section {
      notes = List.copyOf(notes);
      tables = List.copyOf(tables);
    }
  }

  /**
   * A table.
   *
   * @param id what it is called where machines read it
   * @param columns the names of its columns
   * @param rows as many cells each as there are columns; the first names the row
   * @param chart what a chart shows of it, null for none
   */
  public record Table(
      String id, String title, List<String> columns, List<List<Cell>> rows, @Nullable Chart chart) {

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "A row of %s has %d cells, not %d".formatted(id, row.size(), columns.size()));
        }
      }
    }

    /** Whether a column holds numbers, or what stands for them: they stand to the right. */
    public boolean numeric(int column) {
      List<Cell> cells = rows.stream().map(row -> row.get(column)).toList();
      return column > 0
          && (cells.stream().anyMatch(cell -> cell.number() != null)
              || cells.stream().allMatch(Cell::standsForNumber));
    }
  }

  /**
   * What a chart shows: columns of its table, by the rows' names.
   *
   * @param columns which, from 0; what has no number is left out
   */
  public record Chart(Kind kind, List<Integer> columns) {

    public Chart {
      columns = List.copyOf(columns);
    }

    /** How it is drawn. */
    public enum Kind {
      /** Over time. */
      LINE,
      /** Side by side. */
      BAR
    }
  }
}
