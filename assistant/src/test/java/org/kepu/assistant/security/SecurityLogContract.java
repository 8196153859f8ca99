package org.kepu.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.security.SecurityLog.Act;
import org.kepu.assistant.security.jdbc.JdbcSecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the security log does, on each engine. */
abstract class SecurityLogContract {

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final SecurityLog log;
  private Instant now = Instant.parse("2026-11-28T04:00:00Z");

  SecurityLogContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    log = new JdbcSecurityLog(jdbc, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aChainThatNobodyTouchedIsWhole() {
    assertThat(log.firstBroken()).as("an empty one").isEmpty();

    write(5);

    assertThat(log.firstBroken()).isEmpty();
  }

  @Test
  void whoLooksAtItAgainAndAgainTakesNobodyAConnection() {
    write(2);
    for (int i = 0; i < 3; i++) {
      log.firstBroken();
      log.newest(Long.MAX_VALUE, 10);
    }

    assertThat(database.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void anEntryThatWasChangedIsFound() {
    write(5);
    jdbc.sql("UPDATE security_log SET detail = 'other' WHERE detail = 'detail 2'").update();

    assertThat(log.firstBroken()).contains(3);
  }

  @Test
  void anEntryThatWasTakenOutIsFound() {
    write(5);
    jdbc.sql("DELETE FROM security_log WHERE detail = 'detail 2'").update();

    assertThat(log.firstBroken()).contains(3);
  }

  @Test
  void oldEntriesAreDeletedAndTheChainOfTheOthersHolds() {
    write(3);
    Instant later = now.plusSeconds(3600);
    now = later;
    write(2);

    assertThat(log.deleteBefore(later)).isEqualTo(3);

    assertThat(log.firstBroken()).isEmpty();
    assertThat(acts()).containsExactly("service_started", "service_started", "entries_deleted");
    assertThat(log.deleteBefore(later)).as("once more").isZero();
    assertThat(acts()).hasSize(3);
  }

  @Test
  void manyWhoWriteAtOnceWriteOneChain() throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> work =
          IntStream.range(0, 40)
              .<Callable<Void>>mapToObj(
                  i ->
                      () -> {
                        log.append(Act.TEXTS_DELETED, "of " + i);
                        return null;
                      })
              .toList();
      assertThat(writers.invokeAll(work))
          .allMatch(result -> result.state().name().equals("SUCCESS"));
    }

    assertThat(acts()).hasSize(40);
    assertThat(log.firstBroken()).isEmpty();
  }

  private void write(int entries) {
    for (int i = 0; i < entries; i++) {
      log.append(Act.SERVICE_STARTED, "detail " + i);
    }
  }

  private List<String> acts() {
    return jdbc.sql("SELECT act FROM security_log ORDER BY seq").query(String.class).list().stream()
        .map(String::valueOf)
        .toList();
  }
}
