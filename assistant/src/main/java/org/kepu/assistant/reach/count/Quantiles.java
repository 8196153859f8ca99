package org.kepu.assistant.reach.count;

import java.util.Collection;

/** Quantiles by nearest rank: always one of the values, so the same on every engine. */
final class Quantiles {

  private Quantiles() {}

  /**
   * The smallest value that at least a share of {@code q} of all do not exceed.
   *
   * @param values one or more
   * @param q above 0, up to 1
   */
  static long of(Collection<Long> values, double q) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.max(rank, 1) - 1];
  }
}
