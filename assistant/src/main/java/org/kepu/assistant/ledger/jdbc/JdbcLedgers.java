package org.kepu.assistant.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row an entry, and a row each time one was handed in or put right. */
public final class JdbcLedgers implements Ledgers {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  public JdbcLedgers(JdbcClient jdbc, TransactionOperations transaction, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public List<Effect> preview(List<Entry> entries) {
    return entries.stream().map(this::effect).toList();
  }

  @Override
  public List<Effect> keep(List<Entry> entries, String by) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              List<Effect> effects = new ArrayList<>();
              for (Entry entry : entries) {
                Effect effect = effect(entry);
                if (effect != Effect.SAME) {
                  write(entry);
                  record(entry, effect, by);
                }
                effects.add(effect);
              }
              return effects;
            }));
  }

  private Effect effect(Entry entry) {
    Optional<Entry> known =
        jdbc.sql(
                "SELECT * FROM ledger_entry WHERE kind = ? AND item = ? AND day = ? AND source = ?")
            .param(entry.kind().code())
            .param(entry.item())
            .param(entry.day().toString())
            .param(entry.source().code())
            .query((row, number) -> entry(row))
            .optional();
    return known.map(same -> same.equals(entry) ? Effect.SAME : Effect.CHANGED).orElse(Effect.NEW);
  }

  private void write(Entry entry) {
    jdbc.sql(
            """
            INSERT INTO ledger_entry (
              kind, item, day, source, title, programme, venue, unit, amount, grade, evidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, item, day, source) DO UPDATE SET
              title = excluded.title, programme = excluded.programme, venue = excluded.venue,
              unit = excluded.unit, amount = excluded.amount, grade = excluded.grade,
              evidence = excluded.evidence
            """)
        .params(
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

  private void record(Entry entry, Effect effect, String by) {
    jdbc.sql(
            """
            INSERT INTO ledger_change (kind, item, day, source, amount, effect, account, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.kind().code(),
            entry.item(),
            entry.day().toString(),
            entry.source().code(),
            entry.amount(),
            effect.name().toLowerCase(Locale.ROOT),
            by,
            clock.millis())
        .update();
  }

  @Override
  public Set<String> counted() {
    return Set.copyOf(
        jdbc.sql("SELECT DISTINCT item FROM ledger_entry WHERE kind IN ('offline', 'online')")
            .query((row, number) -> row.getString("item"))
            .list());
  }

  @Override
  public List<Entry> upTo(LocalDate last) {
    return jdbc.sql("SELECT * FROM ledger_entry WHERE day <= ? ORDER BY kind, item, day, source")
        .param(last.toString())
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
}
