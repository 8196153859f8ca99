package org.kepu.evaluation.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Visitors who ask one question after the other, each on a thread of its own. */
public final class Crowd {

  private final StreamClient client;
  private final List<String> questions;
  private final AtomicInteger next = new AtomicInteger();

  /**
   * @param questions asked in turn by all visitors together, over and over
   */
  public Crowd(StreamClient client, List<String> questions) {
    this.client = client;
    this.questions = questions;
  }

  /**
   * The closed model: {@code visitors} who each ask again as soon as they have their answer, until
   * the time is over; what is open then is read to its end. One that is turned away waits a second.
   */
  public Tally closed(int visitors, Duration duration, Duration pauseBetweenLines) {
    Tally tally = new Tally();
    long end = System.nanoTime() + duration.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < visitors; i++) {
        var _ =
            threads.submit(
                () -> {
                  do {
                    Visit visit = client.ask(question(), System.nanoTime(), pauseBetweenLines);
                    tally.add(visit);
                    if (visit.ending() != Visit.Ending.FINISHED) {
                      Thread.sleep(Duration.ofSeconds(1));
                    }
                  } while (System.nanoTime() < end);
                  return null;
                });
      }
    }
    return tally;
  }

  /**
   * The open model: a new visitor every 1/{@code rate} s, however slow the service is. Waiting is
   * counted from when a question was due, which is what corrects for coordinated omission.
   *
   * @param rate questions a second
   */
  public Tally open(double rate, Duration duration) {
    Tally tally = new Tally();
    long end = System.nanoTime() + duration.toNanos();
    open(rate, tally, () -> System.nanoTime() >= end);
    return tally;
  }

  /** The same until {@code over}. */
  public void open(double rate, Tally tally, BooleanSupplier over) {
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; !over.getAsBoolean(); i++) {
        long due = start + Math.round(i * 1e9 / rate);
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        var _ =
            threads.submit(
                () -> {
                  tally.add(client.ask(question(), due, Duration.ZERO));
                  return null;
                });
      }
    }
  }

  private String question() {
    return questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
  }
}
