package org.kepu.assistant.activity.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.activity.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row an activity, a row a programme. */
public final class JdbcActivities implements Activities {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public JdbcActivities(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Programme> programmes() {
    return jdbc.sql("SELECT * FROM programme ORDER BY name")
        .query(
            (row, number) ->
                new Programme(row.getString("id"), row.getString("name"), row.getBoolean("closed")))
        .list();
  }

  @Override
  public boolean keep(Programme programme) {
    return jdbc.sql(
                """
                INSERT INTO programme (id, name, closed)
                SELECT ?, ?, ? WHERE NOT EXISTS (
                  SELECT 1 FROM programme WHERE name = ? AND id <> ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, closed = excluded.closed
                """)
            .params(
                programme.id(),
                programme.name(),
                programme.closed(),
                programme.name(),
                programme.id())
            .update()
        == 1;
  }

  @Override
  public List<Activity> all() {
    return jdbc.sql("SELECT * FROM activity ORDER BY last_day DESC, first_day DESC, id")
        .query((row, number) -> activity(row))
        .list();
  }

  @Override
  public Optional<Activity> find(String id) {
    return jdbc.sql("SELECT * FROM activity WHERE id = ?")
        .param(id)
        .query((row, number) -> activity(row))
        .optional();
  }

  @Override
  public void keep(Activity activity, String by) {
    jdbc.sql(
            """
            INSERT INTO activity (
              id, name, programme, venue, hall, region, first_day, last_day, unit, form, closed,
              from_table, changed_by, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, programme = excluded.programme,
              venue = excluded.venue, hall = excluded.hall, region = excluded.region,
              first_day = excluded.first_day, last_day = excluded.last_day, unit = excluded.unit,
              form = excluded.form, closed = excluded.closed, from_table = excluded.from_table,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .params(
            activity.id(),
            activity.name(),
            activity.programme(),
            activity.venue(),
            activity.hall(),
            activity.region(),
            activity.first().toString(),
            activity.last().toString(),
            activity.unit(),
            activity.form().code(),
            activity.closed(),
            activity.fromTable(),
            by,
            clock.millis())
        .update();
  }

  private static Activity activity(ResultSet row) throws SQLException {
    return new Activity(
        row.getString("id"),
        row.getString("name"),
        row.getString("programme"),
        row.getString("venue"),
        row.getString("hall"),
        row.getString("region"),
        LocalDate.parse(row.getString("first_day")),
        LocalDate.parse(row.getString("last_day")),
        row.getString("unit"),
        Activity.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
        row.getBoolean("closed"),
        row.getBoolean("from_table"));
  }
}
