package org.kepu.assistant.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.account.jdbc.JdbcAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What accounts do, on each engine. */
abstract class AccountsContract {

  private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final Accounts accounts;

  AccountsContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    accounts = new JdbcAccounts(jdbc, database.transactions());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anAccountIsKeptAsItIs() {
    Account account = account("王老师", Set.of(Role.EDUCATOR, Role.ANALYST), "milu", "nature");

    assertThat(accounts.add(account)).isTrue();

    assertThat(accounts.find(account.id())).contains(account);
    assertThat(accounts.named("王老师")).contains(account);
    assertThat(accounts.all()).containsExactly(account);
    assertThat(accounts.passwordHash(account.id())).isEmpty();
  }

  @Test
  void aNameIsTakenOnce() {
    accounts.add(account("wang", Set.of(Role.CURATOR)));

    assertThat(accounts.add(account("wang", Set.of(Role.ADMIN)))).isFalse();
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void aSetUpLinkWorksOnceAndForTheFirstAccountOnly() {
    accounts.addSetUpLink("link", LATER);
    accounts.addSetUpLink("another node's", LATER);

    assertThat(accounts.addFirst(admin("a"), "hash", "wrong", NOW)).isFalse();
    assertThat(accounts.addFirst(admin("a"), "hash", "link", LATER)).as("too late").isFalse();
    assertThat(accounts.none()).isTrue();
    assertThat(accounts.addFirst(admin("a"), "hash", "link", NOW)).isTrue();
    assertThat(accounts.addFirst(admin("b"), "hash", "link", NOW)).as("again").isFalse();
    assertThat(accounts.addFirst(admin("b"), "hash", "another node's", NOW)).isFalse();
    accounts.addSetUpLink("later", LATER);
    assertThat(accounts.addFirst(admin("b"), "hash", "later", NOW)).as("not the first").isFalse();
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void ofTwoWhoSetUpAtOnceOneSucceeds() throws Exception {
    accounts.addSetUpLink("one", LATER);
    accounts.addSetUpLink("two", LATER);
    List<Callable<Boolean>> work =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        accounts.addFirst(
                            admin("admin" + i), "hash", i % 2 == 0 ? "one" : "two", NOW))
            .toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      long succeeded =
          threads.invokeAll(work).stream().filter(result -> result.resultNow()).count();
      assertThat(succeeded).isOne();
    }
    assertThat(accounts.all()).hasSize(1);
  }

  @Test
  void aSessionLastsAsLongAsItIsUsedAndNotForever() {
    Account account = added("wang");
    accounts.open(account.id(), "session", NOW);

    assertThat(seen("session", NOW, NOW)).contains(account);
    assertThat(seen("other", NOW, NOW)).isEmpty();
    assertThat(accounts.ofSession("session", LATER, LATER, NOW)).as("unused").isEmpty();
    assertThat(accounts.ofSession("session", LATER, NOW, NOW)).as("used").contains(account);
    assertThat(accounts.ofSession("session", LATER, LATER, NOW)).as("used again").isPresent();
    assertThat(accounts.ofSession("session", LATER, NOW, LATER)).as("too long").isEmpty();
  }

  @Test
  void secretsAreKeptAsHashes() {
    Account account = added("wang");
    accounts.open(account.id(), "the-session", NOW);
    accounts.addPasswordLink(account.id(), "the-link", LATER);
    accounts.addSetUpLink("the-set-up", LATER);

    assertThat(
            jdbc.sql(
                    "SELECT token_hash FROM account_session UNION ALL SELECT token_hash FROM account_link")
                .query(String.class)
                .list())
        .hasSize(3)
        .noneMatch(kept -> kept.contains("the-"));
  }

  @Test
  void whatChangesAnAccountEndsItsSessions() {
    added("boss", Role.ADMIN);
    record Case(String what, java.util.function.Consumer<Account> change, boolean ends) {}
    List<Case> cases =
        List.of(
            new Case("a password", a -> accounts.setPassword(a.id(), "other"), true),
            new Case("a role", a -> change(a, Set.of(Role.ANALYST), Set.of(), true), true),
            new Case("a venue", a -> change(a, a.roles(), Set.of("milu"), true), true),
            new Case("closing", a -> change(a, a.roles(), Set.of(), false), true),
            new Case("signing out everywhere", a -> accounts.endAll(a.id()), true),
            new Case("signing out", a -> accounts.end("s" + a.name()), true),
            new Case("a display name", a -> change(a, a.roles(), Set.of(), true), false));
    for (int i = 0; i < cases.size(); i++) {
      Account account = added("a" + i + "x");
      accounts.open(account.id(), "s" + account.name(), NOW);

      cases.get(i).change().accept(account);

      assertThat(seen("s" + account.name(), NOW, NOW).isEmpty())
          .as(cases.get(i).what())
          .isEqualTo(cases.get(i).ends());
    }
  }

  @Test
  void aPasswordLinkWorksOnceAndEndsWhatWasOpen() {
    Account account = added("wang");
    accounts.open(account.id(), "session", NOW);
    accounts.addPasswordLink(account.id(), "first", LATER);
    accounts.addPasswordLink(account.id(), "second", LATER);

    assertThat(accounts.usePasswordLink("first", "h", NOW)).as("the one before").isEmpty();
    assertThat(accounts.usePasswordLink("second", "h", LATER)).as("too late").isEmpty();
    assertThat(accounts.usePasswordLink("second", "h", NOW)).contains(account);
    assertThat(accounts.usePasswordLink("second", "h", NOW)).as("again").isEmpty();
    assertThat(accounts.passwordHash(account.id())).contains("h");
    assertThat(seen("session", NOW, NOW)).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    Account first = added("first", Role.ADMIN);
    Account second = added("second", Role.ADMIN);

    assertThat(change(second, Set.of(Role.ADMIN), Set.of("milu"), true))
        .isEqualTo(Accounts.Change.CHANGED);
    assertThat(change(first, Set.of(Role.ADMIN), Set.of(), false))
        .isEqualTo(Accounts.Change.LAST_ADMIN);
    assertThat(change(first, Set.of(Role.CURATOR), Set.of(), true))
        .isEqualTo(Accounts.Change.LAST_ADMIN);
    assertThat(change(first, Set.of(Role.ADMIN), Set.of("milu"), true))
        .isEqualTo(Accounts.Change.LAST_ADMIN);
    assertThat(accounts.find(first.id())).contains(first);
  }

  @Test
  void nobodyIsChangedWhoIsNotThere() {
    added("boss", Role.ADMIN);

    assertThat(change(account("nobody", Set.of(Role.ADMIN)), Set.of(Role.ADMIN), Set.of(), true))
        .isEqualTo(Accounts.Change.UNKNOWN);
  }

  @Test
  void failuresInARowLockANameWhetherOrNotThereIsSuchAnAccount() {
    added("wang");
    for (String name : List.of("wang", "nobody")) {
      assertThat(accounts.failed(name, 3, NOW, LATER)).isFalse();
      assertThat(accounts.failed(name, 3, NOW, LATER)).isFalse();
      assertThat(accounts.lockedUntil(name)).isBefore(NOW);
      assertThat(accounts.failed(name, 3, NOW, LATER)).isTrue();
      assertThat(accounts.lockedUntil(name)).isEqualTo(LATER);
    }
    accounts.succeeded("wang");
    assertThat(accounts.lockedUntil("wang")).isBefore(NOW);
  }

  @Test
  void whatIsOverIsForgotten() {
    Account account = added("wang");
    accounts.open(account.id(), "session", NOW);
    accounts.addPasswordLink(account.id(), "link", NOW);
    accounts.failed("wang", 3, NOW, LATER);

    accounts.forget(LATER, LATER);

    for (String table : List.of("account_session", "account_link", "sign_in_failure")) {
      assertThat(jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single())
          .as(table)
          .isZero();
    }
  }

  private Optional<Account> seen(String session, Instant now, Instant since) {
    return accounts.ofSession(session, now, since, since);
  }

  private Accounts.Change change(
      Account account, Set<Role> roles, Set<String> venues, boolean active) {
    return accounts.change(account.id(), "New name", roles, venues, active);
  }

  private Account added(String name, Role... roles) {
    Account account = account(name, roles.length == 0 ? Set.of(Role.CURATOR) : Set.of(roles));
    assertThat(accounts.add(account)).isTrue();
    return account;
  }

  private static Account admin(String name) {
    return account(name, Set.of(Role.ADMIN));
  }

  private static Account account(String name, Set<Role> roles, String... venues) {
    return new Account(
        UUID.randomUUID(), name, "Name", roles, new TreeSet<>(List.of(venues)), true, NOW);
  }
}
