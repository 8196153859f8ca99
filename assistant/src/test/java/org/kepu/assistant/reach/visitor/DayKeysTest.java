package org.kepu.assistant.reach.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.reach.jdbc.JdbcSalts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys with salts in the service's own database. */
class DayKeysTest {

  private static final String BROWSER = "Firefox";

  private final SqliteDatabase database;
  private final JdbcClient jdbc;
  private Instant now =
      Instant.parse("2026-11-28T15:59:59Z"); // the last second of a day in Beijing

  DayKeysTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = JdbcClient.create(database.pool());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aVisitorIsTheSameOnAllNodesAllDayAndAnotherTheNextDay() {
    String key = node().visitor(address("203.0.113.7"), BROWSER);

    assertThat(node().visitor(address("203.0.113.7"), BROWSER)).isEqualTo(key);
    assertThat(node().visitor(address("203.0.113.8"), BROWSER)).isNotEqualTo(key);
    assertThat(node().visitor(address("203.0.113.7"), "Chrome")).isNotEqualTo(key);
    now = now.plusSeconds(1);
    assertThat(node().visitor(address("203.0.113.7"), BROWSER)).isNotEqualTo(key);
  }

  @Test
  void ofAnIpv6AddressItsNetworkCounts() {
    DayKeys keys = node();
    String key = keys.visitor(address("2001:db8:1:2:aaaa::1"), BROWSER);

    assertThat(keys.visitor(address("2001:db8:1:2:bbbb::9"), BROWSER)).isEqualTo(key);
    assertThat(keys.visitor(address("2001:db8:1:3:aaaa::1"), BROWSER)).isNotEqualTo(key);
  }

  @Test
  void noKeySaysWhereItCameFrom() {
    assertThat(node().visitor(address("203.0.113.7"), BROWSER))
        .hasSize(22)
        .doesNotContain("203")
        .matches("[A-Za-z0-9_-]+");
  }

  @Test
  void saltsAreDestroyedWhenTheirDayIsOver() {
    DayKeys keys = node();
    String key = keys.visitor(address("203.0.113.7"), BROWSER);
    keys.destroyOld();
    assertThat(salts()).as("during the day").isEqualTo(1);
    Instant during = now;

    now = now.plusSeconds(1);
    keys.destroyOld();

    assertThat(salts()).as("after the day").isZero();
    now = during;
    assertThat(keys.visitor(address("203.0.113.7"), BROWSER))
        .as("nobody can make it again")
        .isNotEqualTo(key);
  }

  @Test
  void aTextHasOneKeyOverMidnightAndAnotherTheNextDay() {
    DayKeys keys = node();
    String key = keys.text("麋鹿吃什么？");

    now = now.plusSeconds(2);
    assertThat(keys.text(" 麋鹿吃什么? ")).as("the same but for its width").isEqualTo(key);
    assertThat(keys.text("麋鹿住哪里？")).isNotEqualTo(key);
    now = now.plusSeconds(4 * 3600);
    assertThat(keys.text("麋鹿吃什么？")).isNotEqualTo(key);
  }

  @Test
  void withoutItsDatabaseANodeUsesASaltOfItsOwn() {
    DayKeys keys = node();
    database.close();

    String key = keys.visitor(address("203.0.113.7"), BROWSER);

    assertThat(keys.visitor(address("203.0.113.7"), BROWSER)).isEqualTo(key);
  }

  private DayKeys node() {
    return new DayKeys(new JdbcSalts(jdbc), () -> now);
  }

  private long salts() {
    return jdbc.sql("SELECT count(*) FROM day_salt").query(Long.class).single();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
