package org.kepu.evaluation.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How many of how many, with Wilson's 95 % interval, which holds for shares near 0 and 1 (E. B.
 * Wilson, 1927).
 */
public record Share(long hits, long of) {

  private static final double Z = 1.959964;

  public Share {
    if (hits < 0 || of < 1 || hits > of) {
      throw new IllegalArgumentException(
          "A share is 0 or more of at least 1, not %d of %d".formatted(hits, of));
    }
  }

  /** The share of those in {@code all} with a property. */
  public static <T> Share of(List<T> all, Predicate<T> property) {
    return new Share(all.stream().filter(property).count(), all.size());
  }

  public double value() {
    return (double) hits / of;
  }

  /** The interval's lower end. */
  public double low() {
    return Math.max(0, centre() - halfWidth());
  }

  /** The interval's upper end. */
  public double high() {
    return Math.min(1, centre() + halfWidth());
  }

  private double centre() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double halfWidth() {
    double variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(variance) / (1 + Z * Z / of);
  }

  /** As a cell of a table: the share, its interval, n. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f %% | %.2f – %.2f %% | %d", 100 * value(), 100 * low(), 100 * high(), of);
  }
}
