package org.kepu.assistant.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.kiosk.TakenAnswers.Opening;
import org.kepu.assistant.kiosk.TakenAnswers.Taken;
import org.kepu.assistant.kiosk.jdbc.JdbcTakenAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers that are taken along, on each engine. */
abstract class TakenAnswersContract {

  private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
  private static final Instant EXPIRES = NOW.plus(Duration.ofMinutes(10));
  private static final Taken TAKEN =
      new Taken("conversation", "answer", "milu-1", "milu", null, null, "{\"text\":\"草\"}");

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final TakenAnswers answers;

  TakenAnswersContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    answers = new JdbcTakenAnswers(jdbc, database.transactions());
    answers.keep("hash", TAKEN, EXPIRES);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anAnswerIsOpenedOnceAndIsGoneThen() {
    assertThat(answers.open("hash", EXPIRES.minusMillis(1))).isEqualTo(new Opening.Opened(TAKEN));

    assertThat(answers.open("hash", NOW)).isEqualTo(new Opening.Spent());
    assertThat(kept()).isZero();
  }

  @Test
  void whatNobodyKnowsIsNotOpened() {
    assertThat(answers.open("another", NOW)).isEqualTo(new Opening.Gone());
  }

  @Test
  void whatNobodyOpenedInTimeIsForgotten() {
    assertThat(answers.open("hash", EXPIRES)).isEqualTo(new Opening.Gone());

    answers.forget(EXPIRES.minusMillis(1));
    assertThat(kept()).isEqualTo(1);
    answers.forget(EXPIRES);
    assertThat(kept()).isZero();
    answers.forget(EXPIRES.plus(Duration.ofDays(1)));
    assertThat(jdbc.sql("SELECT count(*) FROM taken_answer").query(Long.class).single()).isZero();
  }

  @Test
  void ofManyWhoOpenItAtOnceOneGetsIt() throws Exception {
    try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
      List<Callable<Opening>> work =
          IntStream.range(0, 8)
              .<Callable<Opening>>mapToObj(i -> () -> answers.open("hash", NOW))
              .toList();

      assertThat(readers.invokeAll(work).stream().map(result -> result.resultNow()))
          .filteredOn(Opening.Opened.class::isInstance)
          .hasSize(1);
    }
  }

  private long kept() {
    return jdbc.sql("SELECT count(*) FROM taken_answer WHERE answer IS NOT NULL")
        .query(Long.class)
        .single();
  }
}
