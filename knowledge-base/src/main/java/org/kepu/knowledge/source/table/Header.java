package org.kepu.knowledge.source.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.kepu.knowledge.source.SourceFailureException;

/**
 * The first row of a table.
 *
 * @param places the number of each column, from 0
 */
record Header(Map<Column, Integer> places) {

  private static final List<Column> NEEDED =
      List.of(Column.QUESTION, Column.ANSWER, Column.REVIEWER);

  Header {
    places = Map.copyOf(places);
  }

  /**
   * @throws SourceFailureException if it lacks a column that is needed, or names one twice
   */
  static Header of(CSVRecord row) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < row.size(); i++) {
      int place = i;
      Column.named(row.get(i))
          .ifPresent(
              column -> {
                if (places.put(column, place) != null) {
                  throw new SourceFailureException(
                      "表头有两列“%s”，请去掉一列".formatted(column.inWords()), null);
                }
              });
    }
    List<Column> missing = NEEDED.stream().filter(column -> !places.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      throw new SourceFailureException(
          "表头缺少 %s，现有的是：%s。请用逗号分隔各列"
              .formatted(
                  missing.stream().map(Column::inWords).collect(Collectors.joining("、")),
                  String.join("、", row)),
          null);
    }
    return new Header(places);
  }

  /** What the row says in each column; empty where it says nothing. */
  Map<Column, String> values(CSVRecord row) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      Integer place = places.get(column);
      values.put(column, place == null || place >= row.size() ? "" : row.get(place).strip());
    }
    return values;
  }
}
