package org.kepu.assistant.answer.llm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.Spending.Reservation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day's budget, in the service's own database, on each engine. */
abstract class JdbcSpendingContract {

  private TestDatabase database;
  private Instant now = Instant.parse("2026-11-25T04:00:00Z");

  JdbcSpendingContract(TestDatabase database) {
    this.database = database;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothingIsSetAsideBeyondTheLimit() {
    Spending spending = spending(100);

    assertThat(spending.reserve(60)).isPresent();
    assertThat(spending.reserve(60)).isEmpty();
    assertThat(spending.reserve(40)).isPresent();
    assertThat(spending.reserve(1)).isEmpty();
  }

  @Test
  void whatWasNotUsedIsThereAgain() {
    Spending spending = spending(100);
    Reservation reservation = spending.reserve(100).orElseThrow();

    spending.settle(reservation, 30);

    assertThat(spending.reserve(71)).isEmpty();
    assertThat(spending.reserve(70)).isPresent();
  }

  @Test
  void aRestartForgetsNothing() {
    Reservation reservation = spending(100).reserve(50).orElseThrow();
    spending(100).settle(reservation, 40);
    assertThat(spending(100).reserve(30)).as("never settled").isPresent();
    database.close();

    database = database.again();

    assertThat(spending(100).reserve(31)).isEmpty();
    assertThat(spending(100).reserve(30)).isPresent();
  }

  @Test
  void aNewDayOfTheAcademyHasANewBudgetAndOldCallsAreSettledOnTheirDay() {
    Spending spending = spending(100);
    now = Instant.parse("2026-11-25T15:59:59Z");
    Reservation yesterdays = spending.reserve(100).orElseThrow();
    now = Instant.parse("2026-11-25T16:00:00Z");

    assertThat(spending.reserve(100)).isPresent();
    spending.settle(yesterdays, 10);
    assertThat(spending.reserve(1)).isEmpty();
  }

  @Test
  void withoutALimitAllIsCounted() {
    Spending spending = spending(0);

    spending.settle(spending.reserve(1_000_000).orElseThrow(), 7);

    assertThat(database.jdbc().sql("SELECT used FROM model_spending").query(Long.class).single())
        .isEqualTo(7);
  }

  @Test
  void manyAtATimeNeverSetAsideMoreThanThereIs() throws Exception {
    Spending spending = spending(100);
    Callable<Optional<Reservation>> reserve = () -> spending.reserve(7);
    try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<Reservation>>> reservations =
          visitors.invokeAll(IntStream.range(0, 40).mapToObj(i -> reserve).toList());

      assertThat(reservations.stream().filter(future -> future.resultNow().isPresent()))
          .hasSize(100 / 7);
    }
  }

  @Test
  void everyoneHasAShareOfTheirOwnAndOldOnesAreForgotten() {
    JdbcClient jdbc = database.jdbc();
    Spending wang = new JdbcSpending(jdbc, () -> now, "wang", 100);
    Spending li = new JdbcSpending(jdbc, () -> now, "li", 100);
    Reservation wangs = wang.reserve(100).orElseThrow();

    assertThat(wang.reserve(1)).isEmpty();
    assertThat(li.reserve(60)).isPresent();
    assertThat(li.reserve(60)).isEmpty();
    wang.settle(wangs, 30);
    assertThat(wang.reserve(71)).isEmpty();
    assertThat(wang.reserve(70)).isPresent();
    assertThat(spending(100).reserve(100)).as("the day's budget is another book").isPresent();

    LocalDate today = LocalDate.parse("2026-11-25");
    assertThat(JdbcSpending.forgetSharesBefore(jdbc, today)).isZero();
    assertThat(JdbcSpending.forgetSharesBefore(jdbc, today.plusDays(1))).isEqualTo(2);
    assertThat(li.reserve(100)).isPresent();
  }

  private Spending spending(long limit) {
    return new JdbcSpending(database.jdbc(), () -> now, limit);
  }
}
