package org.kepu.assistant.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.account.SignIn.Result;
import org.kepu.assistant.account.jdbc.JdbcAccounts;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.jdbc.JdbcSecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How somebody gets in, and how nobody else does. */
class SignInTest {

  private static final String PASSWORD = "correct horse battery";

  private final SqliteDatabase database;
  private final JdbcAccounts accounts;
  private final SecurityLog log;
  private final SignIn signIn;
  private Instant now = Instant.parse("2026-11-28T04:00:00Z");

  SignInTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    JdbcClient jdbc = database.jdbc();
    accounts = new JdbcAccounts(jdbc, database.transactions());
    log = new JdbcSecurityLog(jdbc, () -> now);
    signIn =
        new SignIn(
            accounts,
            new Passwords(),
            log,
            new AccountSettings(
                Duration.ofHours(2),
                Duration.ofHours(12),
                3,
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofHours(72)),
            () -> now);
  }

  @BeforeEach
  void setUp() {
    assertThat(signIn.setUp(signIn.setUpLink().orElseThrow(), "wang", PASSWORD)).isPresent();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstAccountIsAnAdministratorForEverythingAndThereIsNoOtherLink() {
    Account first = accounts.named("wang").orElseThrow();

    assertThat(first.roles()).containsExactly(Role.ADMIN);
    assertThat(first.seesEverything()).isTrue();
    assertThat(signIn.setUpLink()).isEmpty();
  }

  @Test
  void aNameAndItsPasswordOpenASession() {
    assertThat(signIn.withPassword(" WANG ", PASSWORD))
        .isInstanceOfSatisfying(
            Result.Open.class,
            open -> assertThat(signIn.ofSession(open.session())).contains(open.account()));
  }

  @ParameterizedTest
  @CsvSource({"wang, wrong password here", "nobody, correct horse battery", "'', ''"})
  void nothingElseDoes(String name, String password) {
    assertThat(signIn.withPassword(name, password)).isEqualTo(new Result.Wrong());
  }

  @Test
  void wrongPasswordsLockEvenTheRightOneOutForAWhile() {
    signIn.withPassword("wang", "wrong 1");
    signIn.withPassword("wang", "wrong 2");
    Result.Locked locked = new Result.Locked(now.plus(Duration.ofMinutes(15)));
    assertThat(signIn.withPassword("wang", "wrong 3")).isEqualTo(locked);
    assertThat(signIn.withPassword("wang", PASSWORD)).isEqualTo(locked);

    now = locked.until();
    assertThat(signIn.withPassword("wang", PASSWORD)).isInstanceOf(Result.Open.class);
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndEndsEverySession() {
    Result.Open before = (Result.Open) signIn.withPassword("wang", PASSWORD);

    assertThat(signIn.changePassword(before.account(), "wrong", "a brand new password"))
        .isEqualTo(new Result.Wrong());
    assertThat(signIn.ofSession(before.session())).isPresent();
    Result after = signIn.changePassword(before.account(), PASSWORD, "a brand new password");

    assertThat(signIn.ofSession(before.session())).isEmpty();
    assertThat(signIn.ofSession(((Result.Open) after).session())).isPresent();
    assertThat(signIn.withPassword("wang", PASSWORD)).isEqualTo(new Result.Wrong());
  }

  @Test
  void whomAProviderVouchesForIsLetInOnlyIfWeKnowThem() {
    assertThat(signIn.vouchedFor("Wang")).isPresent();
    assertThat(signIn.vouchedFor("li")).isEmpty();

    accounts.add(
        new Account(
            java.util.UUID.randomUUID(),
            "zhao",
            "Zhao",
            Set.of(Role.ADMIN),
            new java.util.TreeSet<>(),
            false,
            now));
    assertThat(signIn.vouchedFor("zhao")).as("closed").isEmpty();
  }

  @Test
  void everythingIsAccountedForAndNoSecretIsInTheLog() {
    signIn.withPassword("wang", "wrong");
    signIn.withPassword(PASSWORD, "the name by mistake");
    Account wang = accounts.named("wang").orElseThrow();
    String link = signIn.passwordLink(wang, wang);
    signIn.byLink(link, "another long password");
    signIn.byLink(link, "another long password");

    List<SecurityLog.Entry> entries = log.newest(Long.MAX_VALUE, 100);
    assertThat(entries)
        .extracting(SecurityLog.Entry::act)
        .containsExactly(
            "sign_in_failed",
            "signed_in",
            "password_changed",
            "password_link_made",
            "sign_in_failed",
            "sign_in_failed",
            "signed_in",
            "account_created",
            "set_up_link_printed");
    assertThat(entries)
        .extracting(SecurityLog.Entry::detail)
        .noneMatch(detail -> detail.contains(link) || detail.contains(PASSWORD));
    assertThat(log.firstBroken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short, false",
    "aaaaaaaaaaaaaaaa, false",
    "abababababababab, false",
    "my-name-is-wang-1, false",
    "correct horse battery, true",
    "麋鹿的角什么时候会脱落呢？, true"
  })
  void aPasswordIsLongAndNotEasilyGuessed(String password, boolean acceptable) {
    assertThat(Passwords.acceptable(password, "wang")).isEqualTo(acceptable);
  }

  @Test
  void whatIsKeptOfAPasswordIsArgon2id() {
    assertThat(accounts.passwordHash(accounts.named("wang").orElseThrow().id()).orElseThrow())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }
}
