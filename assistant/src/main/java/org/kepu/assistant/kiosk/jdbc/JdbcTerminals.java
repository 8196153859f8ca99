package org.kepu.assistant.kiosk.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Channel;
import org.kepu.assistant.kiosk.Configuration;
import org.kepu.assistant.kiosk.Hours;
import org.kepu.assistant.kiosk.Terminal;
import org.kepu.assistant.kiosk.Terminals;
import org.kepu.assistant.kiosk.Version;
import org.kepu.assistant.reach.Interaction;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.Scene;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row a terminal, and a row each of its versions. Signs of life go to the interaction log. */
public final class JdbcTerminals implements Terminals {

  private static final String WITH_VERSION =
      """
      SELECT terminal.*, terminal_version.* FROM terminal
      JOIN terminal_version ON terminal_version.terminal = terminal.id
        AND terminal_version.version =
          (SELECT max(latest.version) FROM terminal_version latest WHERE latest.terminal = terminal.id)
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final InteractionLog log;
  private final Supplier<UUID> ids;

  /**
   * @param ids new ids for the interaction log, of UUID's version 7
   */
  public JdbcTerminals(
      JdbcClient jdbc, TransactionOperations transaction, InteractionLog log, Supplier<UUID> ids) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.log = log;
    this.ids = ids;
  }

  @Override
  public List<Terminal> all() {
    return jdbc.sql(WITH_VERSION + " ORDER BY terminal.id")
        .query((row, number) -> terminal(row))
        .list();
  }

  @Override
  public Optional<Terminal> find(String id) {
    return jdbc.sql(WITH_VERSION + " WHERE terminal.id = ?")
        .param(id)
        .query((row, number) -> terminal(row))
        .optional();
  }

  @Override
  public Optional<Terminal> holding(String tokenHash) {
    return jdbc.sql(WITH_VERSION + " WHERE terminal.token_hash = ?")
        .param(tokenHash)
        .query((row, number) -> terminal(row))
        .optional();
  }

  @Override
  public boolean add(String id, Version first) {
    return inTransaction(
        () -> {
          boolean isNew =
              jdbc.sql(
                          "INSERT INTO terminal (id, registered_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                      .param(id)
                      .param(first.at().toEpochMilli())
                      .update()
                  == 1;
          if (isNew) {
            insert(id, first);
          }
          return isNew;
        });
  }

  @Override
  public OptionalInt change(String id, Configuration configuration, String by, Instant now) {
    return inTransaction(
        () -> {
          // The terminal's row first: of two changes at once, one sees the version the other made.
          if (!exists(id)) {
            return OptionalInt.empty();
          }
          int next =
              jdbc.sql("SELECT max(version) FROM terminal_version WHERE terminal = ?")
                      .param(id)
                      .query(Integer.class)
                      .single()
                  + 1;
          insert(id, new Version(next, configuration, by, now));
          return OptionalInt.of(next);
        });
  }

  private boolean exists(String id) {
    return jdbc.sql("UPDATE terminal SET id = id WHERE id = ?").param(id).update() == 1;
  }

  private void insert(String id, Version version) {
    Configuration set = version.configuration();
    Hours hours = set.hours();
    jdbc.sql(
            """
            INSERT INTO terminal_version (
              terminal, version, name, venue, hall, exhibit, opens, closes, closed_on, closures,
              audience, low, large, changed_by, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(version.number())
        .param(set.name())
        .param(set.venue())
        .param(set.hall())
        .param(set.exhibit())
        .param(hours.opens().toString())
        .param(hours.closes().toString())
        .param(
            hours.closedOn().stream()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining(" ")))
        .param(hours.closures().stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
        .param(set.audience().code())
        .param(set.low())
        .param(set.large())
        .param(version.changedBy())
        .param(version.at().toEpochMilli())
        .update();
  }

  @Override
  public List<Version> versions(String id) {
    return jdbc.sql("SELECT * FROM terminal_version WHERE terminal = ? ORDER BY version DESC")
        .param(id)
        .query(
            (row, number) ->
                new Version(
                    row.getInt("version"),
                    configuration(row),
                    row.getString("changed_by"),
                    Instant.ofEpochMilli(row.getLong("changed_at"))))
        .list();
  }

  @Override
  public boolean offer(String id, String codeHash, Instant expires) {
    return jdbc.sql("UPDATE terminal SET code_hash = ?, code_expires_at = ? WHERE id = ?")
            .param(codeHash)
            .param(expires.toEpochMilli())
            .param(id)
            .update()
        == 1;
  }

  @Override
  public List<Offer> offers(Instant now) {
    return jdbc.sql(
            """
            SELECT id, code_hash FROM terminal
            WHERE code_hash IS NOT NULL AND code_expires_at > ? ORDER BY id
            """)
        .param(now.toEpochMilli())
        .query((row, number) -> new Offer(row.getString("id"), row.getString("code_hash")))
        .list();
  }

  @Override
  public boolean pair(Offer offer, String tokenHash, Instant now) {
    return jdbc.sql(
                """
                UPDATE terminal SET code_hash = NULL, code_expires_at = NULL, token_hash = ?,
                  first_paired_at = coalesce(first_paired_at, ?), paired_at = ?,
                  last_beat_at = NULL, applied_version = NULL
                WHERE id = ? AND code_hash = ? AND code_expires_at > ?
                """)
            .param(tokenHash)
            .param(now.toEpochMilli())
            .param(now.toEpochMilli())
            .param(offer.terminal())
            .param(offer.codeHash())
            .param(now.toEpochMilli())
            .update()
        == 1;
  }

  @Override
  public boolean revoke(String id) {
    return jdbc.sql(
                """
                UPDATE terminal SET token_hash = NULL, paired_at = NULL, last_beat_at = NULL,
                  applied_version = NULL, code_hash = NULL, code_expires_at = NULL
                WHERE id = ?
                """)
            .param(id)
            .update()
        == 1;
  }

  @Override
  public void beat(String id, int applied, Instant now) {
    inTransaction(
        () -> {
          Optional<Terminal> terminal = find(id);
          boolean kept =
              jdbc.sql(
                          """
                          UPDATE terminal SET last_beat_at = ?, applied_version = ?
                          WHERE id = ? AND token_hash IS NOT NULL
                          """)
                      .param(now.toEpochMilli())
                      .param(applied)
                      .param(id)
                      .update()
                  == 1;
          // What is counted are minutes: one record for each is enough.
          if (kept && terminal.isPresent() && isNewMinute(terminal.get().lastBeatAt(), now)) {
            log.append(
                Interaction.noted(
                    ids.get(),
                    now,
                    Interaction.Type.HEARTBEAT,
                    null,
                    null,
                    scene(id, terminal.get().configuration())));
          }
          return kept;
        });
  }

  private static boolean isNewMinute(@Nullable Instant before, Instant now) {
    return before == null
        || !before.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
  }

  private static Scene scene(String id, Configuration set) {
    return Scene.builder()
        .channel(Channel.KIOSK)
        .terminal(id)
        .venue(set.venue())
        .hall(set.hall())
        .exhibit(set.exhibit())
        .build();
  }

  @Override
  public SortedSet<Instant> minutes(String id, Instant from, Instant to) {
    try (Stream<Long> beats =
        jdbc
            .sql(
                """
                SELECT DISTINCT occurred_at / 60000 AS beat FROM interaction
                WHERE type = 'heartbeat' AND terminal = ? AND flags = ''
                  AND occurred_at >= ? AND occurred_at < ?
                """)
            .param(id)
            .param(from.truncatedTo(ChronoUnit.MINUTES).toEpochMilli())
            .param(to.toEpochMilli())
            .query((row, number) -> row.getLong("beat"))
            .stream()) {
      return beats
          .map(minute -> Instant.EPOCH.plus(Duration.ofMinutes(minute)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Terminal terminal(ResultSet row) throws SQLException {
    int applied = row.getInt("applied_version");
    Integer appliedVersion = row.wasNull() ? null : Integer.valueOf(applied);
    return new Terminal(
        row.getString("id"),
        row.getInt("version"),
        configuration(row),
        Instant.ofEpochMilli(row.getLong("registered_at")),
        moment(row, "code_expires_at"),
        moment(row, "first_paired_at"),
        moment(row, "paired_at"),
        moment(row, "last_beat_at"),
        appliedVersion);
  }

  private static Configuration configuration(ResultSet row) throws SQLException {
    return new Configuration(
        row.getString("name"),
        row.getString("venue"),
        row.getString("hall"),
        row.getString("exhibit"),
        new Hours(
            LocalTime.parse(row.getString("opens")),
            LocalTime.parse(row.getString("closes")),
            words(row.getString("closed_on"))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toCollection(TreeSet::new)),
            words(row.getString("closures"))
                .map(LocalDate::parse)
                .collect(Collectors.toCollection(TreeSet::new))),
        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        row.getBoolean("low"),
        row.getBoolean("large"));
  }

  private static Stream<String> words(String joined) {
    return joined.isEmpty() ? Stream.empty() : Arrays.stream(joined.split(" "));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
