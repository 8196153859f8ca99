package org.kepu.assistant.reach.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.count.Rollups;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Figures as rows. */
public final class JdbcRollups implements Rollups {

  private static final int ROWS_AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcRollups(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void replace(LocalDate day, SortedMap<Cell, Long> figures, Instant countedAt) {
    transaction.executeWithoutResult(
        status -> {
          // The day's row first: two nodes that count the same day do so one after the other.
          jdbc.sql(
                  """
                  INSERT INTO rollup_day (day, counted_at) VALUES (?, ?)
                  ON CONFLICT (day) DO UPDATE SET counted_at = excluded.counted_at
                  """)
              .param(day.toString())
              .param(countedAt.toEpochMilli())
              .update();
          SortedMap<Cell, Long> changes = changes(of(day), figures);
          keepCells(changes, figures);
          SortedMap<Sums.Key, Long> sums = Sums.of(changes);
          add("rollup_day_sum", "day", day.toString(), sums);
          sums.keySet().removeIf(key -> key.by().equals(Sums.OF_DAY));
          add("rollup_month_sum", "month", YearMonth.from(day).toString(), sums);
        });
  }

  /** By how much each cell is another than it was. */
  private static SortedMap<Cell, Long> changes(
      SortedMap<Cell, Long> before, SortedMap<Cell, Long> now) {
    SortedMap<Cell, Long> changes = new TreeMap<>(now);
    before.forEach((cell, amount) -> changes.merge(cell, -amount, Long::sum));
    changes.values().removeIf(change -> change == 0);
    return changes;
  }

  private void keepCells(SortedMap<Cell, Long> changes, SortedMap<Cell, Long> figures) {
    List<List<Object>> rows = new ArrayList<>();
    for (Cell cell : changes.keySet()) {
      List<Object> row = key(cell);
      Long amount = figures.get(cell);
      if (amount == null) {
        jdbc.sql(
                """
                DELETE FROM rollup WHERE day = ? AND hour = ? AND measure = ? AND channel = ?
                  AND venue = ? AND hall = ? AND activity = ? AND programme = ? AND region = ?
                  AND topic = ? AND audience = ? AND outcome = ?
                """)
            .params(row)
            .update();
      } else {
        row.add(amount);
        rows.add(row);
      }
    }
    insert(
        """
        INSERT INTO rollup (
          day, hour, measure, channel, venue, hall, activity, programme, region, topic, audience,
          outcome, amount)
        VALUES %s
        ON CONFLICT (day, hour, measure, channel, venue, hall, activity, programme, region, topic,
          audience, outcome) DO UPDATE SET amount = excluded.amount
        """,
        rows);
  }

  private static List<Object> key(Cell cell) {
    return new ArrayList<>(
        List.of(
            cell.day().toString(),
            cell.hour(),
            cell.measure().code(),
            cell.channel(),
            cell.venue(),
            cell.hall(),
            cell.activity(),
            cell.programme(),
            cell.region(),
            cell.topic(),
            cell.audience(),
            cell.outcome()));
  }

  private void add(String table, String column, String span, SortedMap<Sums.Key, Long> sums) {
    List<List<Object>> rows = new ArrayList<>();
    sums.forEach(
        (key, amount) ->
            rows.add(
                List.of(key.by(), span, key.venue(), key.name(), key.measure(), (Object) amount)));
    insert(
        """
        INSERT INTO %1$s (divided_by, %2$s, venue, name, measure, amount)
        VALUES %%s
        ON CONFLICT (divided_by, %2$s, venue, name, measure)
        DO UPDATE SET amount = %1$s.amount + excluded.amount
        """
            .formatted(table, column),
        rows);
    for (String by : sums.keySet().stream().map(Sums.Key::by).distinct().toList()) {
      jdbc.sql(
              "DELETE FROM %s WHERE divided_by = ? AND %s = ? AND amount = 0"
                  .formatted(table, column))
          .params(by, span)
          .update();
    }
  }

  /** Many rows a statement: a day has thousands. */
  private void insert(String statement, List<List<Object>> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
      List<List<Object>> some = rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size()));
      String row =
          "(%s)".formatted(String.join(", ", Collections.nCopies(some.getFirst().size(), "?")));
      jdbc.sql(statement.formatted(String.join(", ", Collections.nCopies(some.size(), row))))
          .params(some.stream().flatMap(List::stream).toList())
          .update();
    }
  }

  @Override
  public List<String> brokenSums() {
    List<String> broken = new ArrayList<>();
    SortedMap<YearMonth, SortedMap<Sums.Key, Long>> months = new TreeMap<>();
    for (LocalDate day : counted()) {
      SortedMap<Sums.Key, Long> sums = Sums.of(of(day));
      compare(day.toString(), sums, kept("rollup_day_sum", "day", day.toString()), broken);
      sums.keySet().removeIf(key -> key.by().equals(Sums.OF_DAY));
      SortedMap<Sums.Key, Long> month =
          months.computeIfAbsent(YearMonth.from(day), any -> new TreeMap<>());
      sums.forEach((key, amount) -> month.merge(key, amount, Long::sum));
    }
    months.forEach(
        (month, sums) ->
            compare(
                month.toString(),
                sums,
                kept("rollup_month_sum", "month", month.toString()),
                broken));
    return broken;
  }

  private SortedMap<Sums.Key, Long> kept(String table, String column, String span) {
    SortedMap<Sums.Key, Long> kept = new TreeMap<>();
    jdbc.sql("SELECT * FROM %s WHERE %s = ?".formatted(table, column))
        .param(span)
        .query(
            (ResultSet row) -> {
              kept.put(
                  new Sums.Key(
                      row.getString("divided_by"),
                      row.getString("venue"),
                      row.getString("name"),
                      row.getString("measure")),
                  row.getLong("amount"));
            });
    return kept;
  }

  private static void compare(
      String span,
      SortedMap<Sums.Key, Long> expected,
      SortedMap<Sums.Key, Long> kept,
      List<String> broken) {
    SortedSet<Sums.Key> keys = new TreeSet<>(expected.keySet());
    keys.addAll(kept.keySet());
    for (Sums.Key key : keys) {
      long sum = expected.getOrDefault(key, 0L);
      long found = kept.getOrDefault(key, 0L);
      if (sum != found) {
        broken.add("%s %s: kept %d, its cells come to %d".formatted(span, key, found, sum));
      }
    }
  }

  @Override
  public SortedMap<Cell, Long> of(LocalDate day) {
    List<Map.Entry<Cell, Long>> rows =
        jdbc.sql("SELECT * FROM rollup WHERE day = ?")
            .param(day.toString())
            .query((row, number) -> Map.entry(cell(row), row.getLong("amount")))
            .list();
    SortedMap<Cell, Long> figures = new TreeMap<>();
    rows.forEach(row -> figures.put(row.getKey(), row.getValue()));
    return figures;
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        LocalDate.parse(row.getString("day")),
        row.getInt("hour"),
        Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT)),
        row.getString("channel"),
        row.getString("venue"),
        row.getString("hall"),
        row.getString("activity"),
        row.getString("programme"),
        row.getString("region"),
        row.getString("topic"),
        row.getString("audience"),
        row.getString("outcome"));
  }

  @Override
  public Instant upTo() {
    return jdbc.sql("SELECT up_to FROM rollup_state")
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli)
        .orElse(Instant.EPOCH);
  }

  @Override
  public void upTo(Instant now) {
    jdbc.sql(
            """
            INSERT INTO rollup_state (one, up_to) VALUES (1, ?)
            ON CONFLICT (one) DO UPDATE SET up_to = excluded.up_to
            """)
        .param(now.toEpochMilli())
        .update();
  }

  @Override
  public SortedSet<LocalDate> counted() {
    SortedSet<LocalDate> days = new TreeSet<>();
    jdbc.sql("SELECT day FROM rollup_day")
        .query(
            (ResultSet row) -> {
              days.add(LocalDate.parse(row.getString("day")));
            });
    return days;
  }

  @Override
  public SortedSet<LocalDate> touchedSince(Instant since) {
    SortedSet<LocalDate> days = new TreeSet<>();
    // An hour is never in two days, and there are few hours.
    jdbc.sql("SELECT DISTINCT occurred_at / 3600000 AS hour FROM interaction WHERE at >= ?")
        .param(since.toEpochMilli())
        .query(
            (ResultSet row) -> {
              days.add(Count.dayOf(Instant.ofEpochSecond(row.getLong("hour") * 3600)));
            });
    return days;
  }
}
