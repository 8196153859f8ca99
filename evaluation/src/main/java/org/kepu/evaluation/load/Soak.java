package org.kepu.evaluation.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import me.tongfei.progressbar.ProgressBar;
import org.kepu.evaluation.report.Aim;
import org.kepu.evaluation.report.Progress;

/** A steady rate for long, in slices: does the end look as the beginning did? */
final class Soak {

  /** The first and the last of so many parts are compared. */
  private static final int PARTS = 6;

  private static final int SLICES_A_PART = 5;
  private static final double LEVEL = 1.05;

  private final ServiceProcess service;
  private final Crowd crowd;
  private final double rate;

  /**
   * @param rate questions a second
   */
  Soak(ServiceProcess service, Crowd crowd, double rate) {
    this.service = service;
    this.crowd = crowd;
    this.rate = rate;
  }

  /** Runs, prints a line a slice, and adds what it found. */
  void run(Duration duration, Map<String, Double> figures, List<Aim> aims) {
    List<Slice> slices = new ArrayList<>();
    System.out.println(
        "\n| slice | first p50 | p95 ms | MiB | threads | files | database KiB | failed |\n"
            + "|---|---|---|---|---|---|---|---|");
    try (ProgressBar bar = Progress.bar("Soaking", PARTS * SLICES_A_PART)) {
      for (int i = 0; i < PARTS * SLICES_A_PART; i++) {
        slices.add(slice(duration.dividedBy(PARTS * SLICES_A_PART)));
        System.out.printf("| %d | %s |%n", i + 1, slices.getLast());
        bar.step();
      }
    }
    List<Slice> first = slices.subList(0, SLICES_A_PART);
    List<Slice> last = slices.subList(slices.size() - SLICES_A_PART, slices.size());
    compare("memory", Slice::residentMib, first, last, figures, aims);
    compare("first-p50", Slice::p50, first, last, figures, aims);
    compare("threads", Slice::threads, first, last, figures, aims);
    compare("files", Slice::files, first, last, figures, aims);
    long failed = slices.stream().mapToLong(Slice::failed).sum();
    aims.add(Aim.atMost("soak.failed", failed, 0));
  }

  private static void compare(
      String name,
      ToDoubleFunction<Slice> value,
      List<Slice> first,
      List<Slice> last,
      Map<String, Double> figures,
      List<Aim> aims) {
    double ratio = median(last, value) / median(first, value);
    figures.put("soak." + name + ".last-to-first", ratio);
    aims.add(Aim.atMost("soak." + name + ".last-to-first", ratio, LEVEL));
  }

  private static double median(List<Slice> slices, ToDoubleFunction<Slice> value) {
    return slices.stream()
        .mapToDouble(value)
        .sorted()
        .skip(slices.size() / 2)
        .findFirst()
        .orElse(0);
  }

  private Slice slice(Duration duration) {
    Tally tally = crowd.open(rate, duration);
    return new Slice(
        tally.firstMs(50),
        tally.firstMs(95),
        service.residentMib(),
        service.threads(),
        service.openFiles(),
        service.databaseKib(),
        tally.all() - tally.count(Visit.Ending.FINISHED));
  }

  private record Slice(
      double p50,
      double p95,
      double residentMib,
      double threads,
      double files,
      double databaseKib,
      long failed) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %d",
          p50,
          p95,
          residentMib,
          threads,
          files,
          databaseKib,
          failed);
    }
  }
}
