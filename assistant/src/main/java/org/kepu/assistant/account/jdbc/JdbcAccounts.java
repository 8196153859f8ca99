package org.kepu.assistant.account.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kepu.assistant.account.Account;
import org.kepu.assistant.account.Accounts;
import org.kepu.assistant.account.Role;
import org.kepu.assistant.account.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A row an account, a session, a link; a name's failures in a row of their own. */
public final class JdbcAccounts implements Accounts {

  private static final String SET_UP = "set_up";
  private static final String PASSWORD = "password";

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  public JdbcAccounts(JdbcClient jdbc, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public List<Account> all() {
    return jdbc.sql("SELECT * FROM account ORDER BY name")
        .query((row, number) -> account(row))
        .list();
  }

  @Override
  public Optional<Account> find(UUID id) {
    return jdbc.sql("SELECT * FROM account WHERE id = ?")
        .param(id.toString())
        .query((row, number) -> account(row))
        .optional();
  }

  @Override
  public Optional<Account> named(String name) {
    return jdbc.sql("SELECT * FROM account WHERE name = ?")
        .param(name)
        .query((row, number) -> account(row))
        .optional();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        UUID.fromString(row.getString("id")),
        row.getString("name"),
        row.getString("display_name"),
        words(row.getString("roles")).stream().map(Role::of).collect(Collectors.toSet()),
        new TreeSet<>(words(row.getString("venues"))),
        row.getBoolean("active"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" "));
  }

  private static String joined(Set<Role> roles) {
    return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }

  private static String joined(Collection<String> venues) {
    return venues.stream().sorted().collect(Collectors.joining(" "));
  }

  @Override
  public boolean add(Account account) {
    return inTransaction(() -> insert(account));
  }

  private boolean insert(Account account) {
    return jdbc.sql(
                """
                INSERT INTO account (id, name, display_name, roles, venues, active, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .param(account.id().toString())
            .param(account.name())
            .param(account.displayName())
            .param(joined(account.roles()))
            .param(joined(account.venues()))
            .param(account.active())
            .param(account.createdAt().toEpochMilli())
            .update()
        == 1;
  }

  @Override
  public boolean addFirst(Account account, String passwordHash, String link, Instant now) {
    return inTransaction(
        () -> {
          boolean valid =
              jdbc.sql(
                          """
                          SELECT COUNT(*) FROM account_link
                          WHERE token_hash = ? AND purpose = ? AND expires_at > ?
                          """)
                      .param(Secret.hash(link))
                      .param(SET_UP)
                      .param(now.toEpochMilli())
                      .query(Long.class)
                      .single()
                  == 1;
          // Of two that come at once, one waits here for the other and finds no link to delete.
          return valid
              && none()
              && jdbc.sql("DELETE FROM account_link WHERE purpose = ?").param(SET_UP).update() > 0
              && insert(account)
              && writePassword(account.id(), passwordHash);
        });
  }

  private boolean writePassword(UUID id, String passwordHash) {
    return jdbc.sql("UPDATE account SET password = ? WHERE id = ?")
            .param(passwordHash)
            .param(id.toString())
            .update()
        == 1;
  }

  @Override
  public Change change(
      UUID id, String displayName, Set<Role> roles, Set<String> venues, boolean active) {
    return inTransaction(
        () -> {
          // All administrators first: of two changes at once, one sees what the other made.
          jdbc.sql("UPDATE account SET active = active WHERE roles LIKE '%admin%'").update();
          Account before = find(id).orElse(null);
          if (before == null) {
            return Change.UNKNOWN;
          }
          boolean manages = active && roles.contains(Role.ADMIN) && venues.isEmpty();
          if (!manages
              && all().stream().filter(one -> !one.id().equals(id)).noneMatch(this::manages)) {
            return Change.LAST_ADMIN;
          }
          jdbc.sql(
                  """
                  UPDATE account SET display_name = ?, roles = ?, venues = ?, active = ? WHERE id = ?
                  """)
              .param(displayName)
              .param(joined(roles))
              .param(joined(venues))
              .param(active)
              .param(id.toString())
              .update();
          boolean mayOtherwise =
              !before.roles().equals(roles)
                  || !before.venues().equals(new TreeSet<>(venues))
                  || before.active() != active;
          if (mayOtherwise) {
            endAll(id);
          }
          return Change.CHANGED;
        });
  }

  private boolean manages(Account account) {
    return account.active() && account.is(Role.ADMIN) && account.seesEverything();
  }

  @Override
  public Optional<String> passwordHash(UUID id) {
    return jdbc.sql("SELECT password FROM account WHERE id = ? AND password IS NOT NULL")
        .param(id.toString())
        .query(String.class)
        .optional();
  }

  @Override
  public void setPassword(UUID id, String passwordHash) {
    inTransaction(
        () -> {
          endAll(id);
          jdbc.sql("DELETE FROM account_link WHERE account_id = ?").param(id.toString()).update();
          return writePassword(id, passwordHash);
        });
  }

  @Override
  public boolean none() {
    return jdbc.sql("SELECT COUNT(*) FROM account").query(Long.class).single() == 0;
  }

  @Override
  public void addSetUpLink(String link, Instant expires) {
    inTransaction(() -> insertLink(link, SET_UP, "", expires));
  }

  @Override
  public void addPasswordLink(UUID id, String link, Instant expires) {
    inTransaction(
        () -> {
          jdbc.sql("DELETE FROM account_link WHERE account_id = ?").param(id.toString()).update();
          return insertLink(link, PASSWORD, id.toString(), expires);
        });
  }

  private int insertLink(String link, String purpose, String account, Instant expires) {
    return jdbc.sql(
            """
            INSERT INTO account_link (token_hash, purpose, account_id, expires_at)
            VALUES (?, ?, ?, ?)
            """)
        .param(Secret.hash(link))
        .param(purpose)
        .param(account)
        .param(expires.toEpochMilli())
        .update();
  }

  @Override
  public Optional<Account> usePasswordLink(String link, String passwordHash, Instant now) {
    return inTransaction(
        () -> {
          Optional<Account> account =
              jdbc.sql(
                      """
                      SELECT account_id FROM account_link
                      WHERE token_hash = ? AND purpose = ? AND expires_at > ?
                      """)
                  .param(Secret.hash(link))
                  .param(PASSWORD)
                  .param(now.toEpochMilli())
                  .query(String.class)
                  .optional()
                  .flatMap(id -> find(UUID.fromString(id)))
                  .filter(Account::active);
          boolean used =
              account.isPresent()
                  && jdbc.sql("DELETE FROM account_link WHERE token_hash = ?")
                          .param(Secret.hash(link))
                          .update()
                      == 1;
          if (!used) {
            return Optional.empty();
          }
          endAll(account.get().id());
          writePassword(account.get().id(), passwordHash);
          return account;
        });
  }

  @Override
  public void open(UUID id, String session, Instant now) {
    inTransaction(
        () ->
            jdbc.sql(
                    """
                    INSERT INTO account_session (token_hash, account_id, opened_at, used_at)
                    VALUES (?, ?, ?, ?)
                    """)
                .param(Secret.hash(session))
                .param(id.toString())
                .param(now.toEpochMilli())
                .param(now.toEpochMilli())
                .update());
  }

  @Override
  public Optional<Account> ofSession(
      String session, Instant now, Instant usedSince, Instant openedSince) {
    String hash = Secret.hash(session);
    Optional<Account> account =
        jdbc.sql(
                """
                SELECT account.* FROM account_session
                JOIN account ON account.id = account_session.account_id
                WHERE token_hash = ? AND used_at >= ? AND opened_at >= ?
                """)
            .param(hash)
            .param(usedSince.toEpochMilli())
            .param(openedSince.toEpochMilli())
            .query((row, number) -> account(row))
            .optional()
            .filter(Account::active);
    if (account.isPresent()) {
      // Once a minute is enough to know that somebody is still there.
      jdbc.sql("UPDATE account_session SET used_at = ? WHERE token_hash = ? AND used_at < ?")
          .param(now.toEpochMilli())
          .param(hash)
          .param(now.minusSeconds(60).toEpochMilli())
          .update();
    }
    return account;
  }

  @Override
  public void end(String session) {
    jdbc.sql("DELETE FROM account_session WHERE token_hash = ?")
        .param(Secret.hash(session))
        .update();
  }

  @Override
  public void endAll(UUID id) {
    jdbc.sql("DELETE FROM account_session WHERE account_id = ?").param(id.toString()).update();
  }

  @Override
  public void forget(Instant sessionsUsedBefore, Instant now) {
    jdbc.sql("DELETE FROM account_session WHERE used_at < ?")
        .param(sessionsUsedBefore.toEpochMilli())
        .update();
    jdbc.sql("DELETE FROM account_link WHERE expires_at <= ?").param(now.toEpochMilli()).update();
    jdbc.sql("DELETE FROM sign_in_failure WHERE failed_at < ? AND locked_until < ?")
        .param(sessionsUsedBefore.toEpochMilli())
        .param(now.toEpochMilli())
        .update();
  }

  @Override
  public Instant lockedUntil(String name) {
    return jdbc.sql("SELECT locked_until FROM sign_in_failure WHERE name_hash = ?")
        .param(Secret.hash(name))
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli)
        .orElse(Instant.EPOCH);
  }

  @Override
  public boolean failed(String name, int most, Instant now, Instant until) {
    return inTransaction(
        () -> {
          jdbc.sql(
                  """
                  INSERT INTO sign_in_failure (name_hash, failures, failed_at, locked_until)
                  VALUES (?, 1, ?, 0)
                  ON CONFLICT (name_hash) DO UPDATE
                  SET failures = sign_in_failure.failures + 1, failed_at = excluded.failed_at
                  """)
              .param(Secret.hash(name))
              .param(now.toEpochMilli())
              .update();
          return jdbc.sql(
                      """
                      UPDATE sign_in_failure SET failures = 0, locked_until = ?
                      WHERE name_hash = ? AND failures >= ?
                      """)
                  .param(until.toEpochMilli())
                  .param(Secret.hash(name))
                  .param(most)
                  .update()
              == 1;
        });
  }

  @Override
  public void succeeded(String name) {
    jdbc.sql("DELETE FROM sign_in_failure WHERE name_hash = ?").param(Secret.hash(name)).update();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
