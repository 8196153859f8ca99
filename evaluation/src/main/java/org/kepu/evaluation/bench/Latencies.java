package org.kepu.evaluation.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import org.HdrHistogram.Histogram;
import org.kepu.evaluation.report.Progress;

/** How long a contender takes: the CPU time of its caller, and the time on the clock. */
final class Latencies {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

  private final Histogram cpu = new Histogram(LONGEST, 3);
  private final Histogram clock = new Histogram(LONGEST, 3);

  /**
   * Asks all contenders in turn, each time beginning with the next of them: a noisy neighbour
   * disturbs all alike, and nobody always runs in another's wake. Each asks all the questions, but
   * no two the same one after the other, so that none finds what another has just read.
   */
  static Map<Contender, Latencies> interleaved(
      String task, List<Contender> contenders, List<Asked> questions) {
    Map<Contender, Latencies> all = new LinkedHashMap<>();
    contenders.forEach(contender -> all.put(contender, new Latencies()));
    int apart = Math.max(1, questions.size() / contenders.size());
    try (ProgressBar bar = Progress.bar(task, questions.size())) {
      for (int i = 0; i < questions.size(); i++) {
        for (int turn = 0; turn < contenders.size(); turn++) {
          int number = (i + turn) % contenders.size();
          Contender contender = contenders.get(number);
          if (i % contender.every() == 0) {
            Asked asked = questions.get((i + number * apart) % questions.size());
            Objects.requireNonNull(all.get(contender)).time(contender.search(), asked.question());
          }
        }
        bar.step();
      }
    }
    return all;
  }

  private void time(Contender.Search search, String question) {
    long began = System.nanoTime();
    long spent = THREADS.getCurrentThreadCpuTime();
    search.of(question);
    record(THREADS.getCurrentThreadCpuTime() - spent, System.nanoTime() - began);
  }

  /** Takes note of one search, in nanoseconds. */
  void record(long cpuNanos, long clockNanos) {
    cpu.recordValue(Math.min(cpuNanos, LONGEST));
    clock.recordValue(Math.min(clockNanos, LONGEST));
  }

  /** Milliseconds of the caller's CPU that so many per cent do not exceed. */
  double cpuMs(double percentile) {
    return cpu.getValueAtPercentile(percentile) / 1e6;
  }

  /** Milliseconds on the clock that so many per cent do not exceed. */
  double clockMs(double percentile) {
    return clock.getValueAtPercentile(percentile) / 1e6;
  }

  long count() {
    return cpu.getTotalCount();
  }

  /** Puts down the figures of {@code contender}. */
  void note(String contender, Map<String, Double> figures) {
    for (int percentile : new int[] {50, 95, 99}) {
      figures.put(contender + ".cpu-p%d-ms".formatted(percentile), cpuMs(percentile));
      figures.put(contender + ".wall-p%d-ms".formatted(percentile), clockMs(percentile));
    }
    figures.put(contender + ".asked", (double) count());
  }
}
