package org.kepu.assistant.report.lock.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Source;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.report.lock.Adjustment;
import org.kepu.assistant.report.lock.Figure;
import org.kepu.assistant.report.lock.Headline;
import org.kepu.assistant.report.lock.Lock;
import org.kepu.assistant.report.lock.Locks;
import org.kepu.assistant.report.lock.Snapshot;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row a locked month, a row a figure and an entry of it, a row an adjusting entry. */
public final class JdbcLocks implements Locks {

  private static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcLocks(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public List<Lock> all() {
    return jdbc.sql("SELECT * FROM report_lock ORDER BY month")
        .query(
            (row, number) ->
                new Lock(
                    YearMonth.parse(row.getString("month")),
                    Instant.ofEpochMilli(row.getLong("locked_at")),
                    row.getString("account"),
                    row.getString("definition"),
                    row.getString("previous"),
                    row.getString("hash")))
        .list();
  }

  @Override
  public Optional<Snapshot> snapshot(YearMonth month) {
    return jdbc.sql("SELECT definition FROM report_lock WHERE month = ?")
        .param(month.toString())
        .query(String.class)
        .optional()
        .map(definition -> new Snapshot(month, definition, figures(month), entries(month)));
  }

  private SortedMap<Figure, Long> figures(YearMonth month) {
    SortedMap<Figure, Long> figures = new TreeMap<>();
    jdbc.sql(
            "SELECT divided_by, venue, name, measure, amount FROM report_lock_figure WHERE month = ?")
        .param(month.toString())
        .query(
            (RowCallbackHandler)
                row ->
                    figures.put(
                        new Figure(
                            row.getString("divided_by"),
                            row.getString("venue"),
                            row.getString("name"),
                            Measure.valueOf(row.getString("measure").toUpperCase(Locale.ROOT))),
                        row.getLong("amount")));
    return figures;
  }

  private List<Entry> entries(YearMonth month) {
    return jdbc.sql("SELECT * FROM report_lock_entry WHERE month = ?")
        .param(month.toString())
        .query((row, number) -> entry(row))
        .list();
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("item"),
        row.getString("title"),
        row.getString("programme"),
        row.getString("venue"),
        row.getString("unit"),
        LocalDate.parse(row.getString("day")),
        Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
        row.getLong("amount"),
        Grade.valueOf(row.getString("grade")),
        row.getString("evidence"));
  }

  @Override
  public boolean keep(Lock lock, Snapshot snapshot) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              if (!insert(lock)) {
                return false;
              }
              String month = lock.month().toString();
              snapshot.figures().forEach((figure, amount) -> insert(month, figure, amount));
              snapshot.entries().forEach(entry -> insert(month, entry));
              return true;
            }));
  }

  /** That no two months follow the same one makes the database keep it a chain. */
  private boolean insert(Lock lock) {
    return jdbc.sql(
                """
                INSERT INTO report_lock (month, locked_at, account, definition, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                lock.month().toString(),
                lock.lockedAt().toEpochMilli(),
                lock.by(),
                lock.definition(),
                lock.previous(),
                lock.hash())
            .update()
        == 1;
  }

  private void insert(String month, Figure figure, long amount) {
    jdbc.sql(
            """
            INSERT INTO report_lock_figure (month, divided_by, venue, name, measure, amount)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(month, figure.by(), figure.venue(), figure.name(), figure.measure().code(), amount)
        .update();
  }

  private void insert(String month, Entry entry) {
    jdbc.sql(
            """
            INSERT INTO report_lock_entry (
              month, kind, item, day, source, title, programme, venue, unit, amount, grade,
              evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            month,
            entry.kind().code(),
            entry.item(),
            entry.day().toString(),
            entry.source().code(),
            entry.title(),
            entry.programme(),
            entry.venue(),
            entry.unit(),
            entry.amount(),
            entry.grade().name(),
            entry.evidence())
        .update();
  }

  @Override
  public List<Adjustment> adjustments() {
    return jdbc.sql("SELECT * FROM report_adjustment ORDER BY seq")
        .query(
            (row, number) ->
                new Adjustment(
                    UUID.fromString(row.getString("id")),
                    YearMonth.parse(row.getString("month")),
                    Headline.valueOf(row.getString("figure").toUpperCase(Locale.ROOT)),
                    row.getLong("before_amount"),
                    row.getLong("amount"),
                    Instant.ofEpochMilli(row.getLong("found_at")),
                    row.getString("account"),
                    row.getString("reason")))
        .list();
  }

  /** Another process may have found the same: it is said once. */
  @Override
  public void add(Adjustment adjustment) {
    jdbc.sql(
            """
            INSERT INTO report_adjustment (
              id, month, figure, number, before_amount, amount, found_at, account, reason)
            SELECT ?, ?, ?, COUNT(*) + 1, ?, ?, ?, ?, ? FROM report_adjustment
            WHERE month = ? AND figure = ?
            ON CONFLICT DO NOTHING
            """)
        .params(
            adjustment.id().toString(),
            adjustment.month().toString(),
            adjustment.figure().code(),
            adjustment.before(),
            adjustment.now(),
            adjustment.foundAt().toEpochMilli(),
            adjustment.by(),
            adjustment.reason(),
            adjustment.month().toString(),
            adjustment.figure().code())
        .update();
  }

  @Override
  public Late since(YearMonth month, Instant moment) {
    long records =
        jdbc.sql(
                """
                SELECT COUNT(*) FROM interaction
                WHERE occurred_at >= ? AND occurred_at < ? AND at > ?
                """)
            .param(start(month))
            .param(start(month.plusMonths(1)))
            .param(moment.toEpochMilli())
            .query(Long.class)
            .single();
    List<String> changes =
        jdbc.sql(
                "SELECT account FROM ledger_change WHERE day >= ? AND day <= ? AND at > ? ORDER BY account")
            .param(month.atDay(1).toString())
            .param(month.atEndOfMonth().toString())
            .param(moment.toEpochMilli())
            .query((row, number) -> row.getString("account"))
            .list();
    return new Late(records, changes.size(), changes.stream().distinct().toList());
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ACADEMY).toInstant().toEpochMilli();
  }
}
