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
import org.kepu.assistant.reach.count.Count;
import org.springframework.dao.DuplicateKeyException;
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
        .query((row, number) -> programme(row))
        .list();
  }

  private static Programme programme(ResultSet row) throws SQLException {
    String closedOn = row.getString("closed_on");
    return new Programme(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("closed"),
        closedOn == null ? null : LocalDate.parse(closedOn),
        row.getInt("version"));
  }

  @Override
  public Kept keep(Programme programme) {
    if (taken(programme)) {
      return Kept.NAME_TAKEN;
    }
    try {
      int kept = programme.version() == Programme.NEW ? add(programme) : change(programme);
      if (kept == 1) {
        return Kept.KEPT;
      }
      return taken(programme) ? Kept.NAME_TAKEN : Kept.CHANGED_MEANWHILE;
    } catch (DuplicateKeyException e) {
      // Two took the name in the same moment.
      return Kept.NAME_TAKEN;
    }
  }

  private boolean taken(Programme programme) {
    String key = Programme.key(programme.name());
    return programmes().stream()
        .anyMatch(it -> !it.id().equals(programme.id()) && Programme.key(it.name()).equals(key));
  }

  private int add(Programme programme) {
    return jdbc.sql(
            """
            INSERT INTO programme (id, name, closed, closed_on, version)
            SELECT ?, ?, ?, ?, 1 WHERE NOT EXISTS (SELECT 1 FROM programme WHERE name = ?)
            ON CONFLICT (id) DO NOTHING
            """)
        .params(programme.id(), programme.name(), programme.closed())
        .param(programme.closed() ? today() : null)
        .param(programme.name())
        .update();
  }

  private int change(Programme programme) {
    return jdbc.sql(
            """
            UPDATE programme SET name = ?, closed = ?,
              closed_on = CASE WHEN closed AND ? THEN closed_on ELSE ? END, version = version + 1
            WHERE id = ? AND version = ?
              AND NOT EXISTS (SELECT 1 FROM programme other WHERE other.name = ? AND other.id <> ?)
            """)
        .params(programme.name(), programme.closed(), programme.closed())
        .param(programme.closed() ? today() : null)
        .params(programme.id(), programme.version(), programme.name(), programme.id())
        .update();
  }

  private String today() {
    return Count.dayOf(clock.instant()).toString();
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
  public boolean keep(Activity activity, String by) {
    int kept = activity.version() == Activity.NEW ? add(activity, by) : change(activity, by);
    return kept == 1;
  }

  private int add(Activity activity, String by) {
    return jdbc.sql(
            """
            INSERT INTO activity (
              name, programme, venue, hall, region, first_day, last_day, unit, form, closed,
              from_table, changed_by, changed_at, id, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING
            """)
        .params(values(activity, by))
        .param(activity.id())
        .update();
  }

  private int change(Activity activity, String by) {
    return jdbc.sql(
            """
            UPDATE activity SET name = ?, programme = ?, venue = ?, hall = ?, region = ?,
              first_day = ?, last_day = ?, unit = ?, form = ?, closed = ?, from_table = ?,
              changed_by = ?, changed_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            """)
        .params(values(activity, by))
        .param(activity.id())
        .param(activity.version())
        .update();
  }

  private List<Object> values(Activity activity, String by) {
    return List.of(
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
        clock.millis());
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
        row.getBoolean("from_table"),
        row.getInt("version"));
  }
}
