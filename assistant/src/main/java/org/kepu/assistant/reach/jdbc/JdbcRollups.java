package org.kepu.assistant.reach.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
          jdbc.sql("DELETE FROM rollup WHERE day = ?").param(day.toString()).update();
          figures.forEach(this::insert);
        });
  }

  private void insert(Cell cell, long amount) {
    jdbc.sql(
            """
            INSERT INTO rollup (
              day, hour, measure, channel, venue, hall, activity, topic, audience, outcome, amount)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            cell.day().toString(),
            cell.hour(),
            cell.measure().code(),
            cell.channel(),
            cell.venue(),
            cell.hall(),
            cell.activity(),
            cell.topic(),
            cell.audience(),
            cell.outcome(),
            amount)
        .update();
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
