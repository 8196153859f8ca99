package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

class GroupedCommitsTest {

  private final SqliteDatabase database;
  private final JdbcClient jdbc;
  private final GroupedCommits commits;

  GroupedCommitsTest(@TempDir Path folder) {
    database = new SqliteDatabase(folder);
    jdbc = database.jdbc();
    commits = new GroupedCommits(new JdbcTransactionManager(database.pool()));
  }

  @AfterEach
  void close() {
    commits.close();
    database.close();
  }

  @Test
  void workThatFailsIsRolledBackAloneAndItsCallerIsTold() throws Exception {
    List<Future<Integer>> results = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        int number = i;
        Callable<Integer> work =
            () ->
                commits.execute(
                    status -> {
                      insert("node " + number);
                      if (number % 7 == 0) {
                        throw new IllegalStateException("refused " + number);
                      }
                      return number;
                    });
        results.add(callers.submit(work));
      }
    }

    for (int i = 0; i < 200; i++) {
      if (i % 7 == 0) {
        assertThat(results.get(i).exceptionNow()).hasMessage("refused " + i);
      } else {
        assertThat(results.get(i).resultNow()).isEqualTo(i);
      }
    }
    assertThat(count()).isEqualTo(200 - 29);
  }

  @Test
  void workWithinWorkBelongsToIt() {
    assertThatThrownBy(
            () ->
                commits.execute(
                    outer -> {
                      commits.execute(inner -> insert("within"));
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");

    assertThat(count()).isZero();
  }

  @Test
  void aCallerThatIsInterruptedLearnsWhatBecameOfItsWorkAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(commits.<Integer>execute(status -> insert("interrupted"))).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nothingIsTakenOnceItIsClosed() {
    commits.close();

    assertThatThrownBy(() -> commits.execute(status -> insert("late")))
        .isInstanceOf(TransactionException.class);
  }

  private int insert(String node) {
    return jdbc.sql("INSERT INTO node (node, beats) VALUES (?, 1)").param(node).update();
  }

  private long count() {
    return jdbc.sql("SELECT count(*) FROM node").query(Long.class).single();
  }
}
