package org.kepu.evaluation.load;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.kepu.evaluation.load.Visit.Ending;

/** Counts visits and how long they took; times are of those that were finished. */
public final class Tally {

  private static final int DIGITS = 3;

  private final Histogram first = new ConcurrentHistogram(DIGITS);
  private final Histogram total = new ConcurrentHistogram(DIGITS);
  private final Map<Ending, LongAdder> endings = new ConcurrentHashMap<>();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  void add(Visit visit) {
    endings.computeIfAbsent(visit.ending(), _ -> new LongAdder()).increment();
    if (visit.answerId() != null) {
      accepted.add(visit.answerId());
    }
    if (visit.ending() == Ending.FINISHED) {
      first.recordValue(TimeUnit.NANOSECONDS.toMicros(visit.firstNanos()));
      total.recordValue(TimeUnit.NANOSECONDS.toMicros(visit.totalNanos()));
    }
  }

  public long count(Ending ending) {
    LongAdder count = endings.get(ending);
    return count == null ? 0 : count.sum();
  }

  /** The answers that the service promised, by the ids it gave them. */
  public Set<String> accepted() {
    return Set.copyOf(accepted);
  }

  public long all() {
    return endings.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How long the first sentence took for {@code percent} of the visits, in ms. */
  double firstMs(double percent) {
    return first.getValueAtPercentile(percent) / 1e3;
  }

  /** How long the whole answer took for {@code percent} of the visits, in ms. */
  double totalMs(double percent) {
    return total.getValueAtPercentile(percent) / 1e3;
  }

  /** Finished visits a second of {@code elapsed}. */
  double rate(Duration elapsed) {
    return count(Ending.FINISHED) / (elapsed.toNanos() / 1e9);
  }
}
