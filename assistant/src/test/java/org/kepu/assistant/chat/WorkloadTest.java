package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  @Test
  void oneMoreThanMayWaitIsTurnedAwayUntilSomebodyLeaves() {
    Workload workload = new Workload(1, 2);
    Workload.Place first = workload.enter();
    workload.enter();

    assertThatExceptionOfType(OverloadedException.class)
        .isThrownBy(workload::enter)
        .withMessageContaining("2 questions wait already");
    first.close();
    assertThat(workload.enter()).isNotNull();
  }

  @Test
  void whoIsTurnedAwayTakesNoPlace() {
    Workload workload = new Workload(1, 1);
    Workload.Place only = workload.enter();
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(OverloadedException.class).isThrownBy(workload::enter);
    }
    assertThat(workload.waiting()).isEqualTo(1);
    only.close();
    assertThat(workload.waiting()).isZero();
  }

  @Test
  void leavingTwiceLeavesOnce() {
    Workload workload = new Workload(1, 2);
    Workload.Place first = workload.enter();
    workload.enter();
    first.close();
    first.close();
    assertThat(workload.waiting()).isEqualTo(1);
  }

  @Test
  void asManyAreLookedUpAtOnceAsThereAreProcessorsInTheOrderTheyCame() throws Exception {
    Workload workload = new Workload(1, 10);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    threads.add(
        looking(
            workload.enter(),
            () -> {
              begun.countDown();
              await(goOn);
              order.add(0);
            }));
    begun.await();
    for (int i = 1; i < 5; i++) {
      int number = i;
      Thread next = looking(workload.enter(), () -> order.add(number));
      awaitWaiting(next);
      threads.add(next);
    }
    assertThat(order).isEmpty();
    goOn.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
    assertThat(workload.waiting()).isZero();
  }

  @Test
  void workThatFailsGivesItsPlaceBack() throws Exception {
    Workload workload = new Workload(1, 1);
    Workload.Place place = workload.enter();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                place.inTurn(
                    () -> {
                      throw new IllegalStateException("a search failed");
                    }));
    assertThat(workload.enter().inTurn(() -> "next")).isEqualTo("next");
  }

  @Test
  void whereManyWaitTheyAreReadLessClosely() {
    Workload workload = new Workload(2, 1000);
    List<Workload.Place> places = IntStream.range(0, 32).mapToObj(_ -> workload.enter()).toList();
    assertThat(places.getFirst().mayReadClosely()).isTrue();
    Workload.Place oneMore = workload.enter();
    assertThat(places.getFirst().mayReadClosely()).isFalse();
    oneMore.close();
    assertThat(places.getFirst().mayReadClosely()).isTrue();
  }

  private static Thread looking(Workload.Place place, Runnable work) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                place.inTurn(
                    () -> {
                      work.run();
                      return true;
                    });
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
