package org.kepu.evaluation.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How many questions a second a contender finds passages for, with a caller on every core. */
final class Throughput {

  private Throughput() {}

  /** Asks one question after the other, from the first again after the last, for {@code time}. */
  static double of(Contender contender, List<Asked> questions, Duration time)
      throws InterruptedException, ExecutionException {
    int callers = Runtime.getRuntime().availableProcessors();
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    long end = began + time.toNanos();
    Callable<Integer> caller =
        () -> {
          int answered = 0;
          for (; System.nanoTime() < end; answered++) {
            int number = Math.floorMod(next.getAndIncrement(), questions.size());
            contender.search().of(questions.get(number).question());
          }
          return answered;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      int all = 0;
      for (Future<Integer> each :
          threads.invokeAll(IntStream.range(0, callers).mapToObj(_ -> caller).toList())) {
        all += each.get();
      }
      return all / ((System.nanoTime() - began) / 1e9);
    }
  }
}
