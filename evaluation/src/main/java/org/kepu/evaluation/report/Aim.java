package org.kepu.evaluation.report;

import java.util.Locale;

/**
 * What a figure has to reach.
 *
 * @param figure its name
 * @param measured what it is
 * @param atMost whether {@code limit} is the most it may be; else the least
 * @param limit the limit, which is good enough itself
 */
public record Aim(String figure, double measured, boolean atMost, double limit) {

  /** A figure that must not be below {@code limit}. */
  public static Aim atLeast(String figure, double measured, double limit) {
    return new Aim(figure, measured, false, limit);
  }

  /** A figure that must not be above {@code limit}. */
  public static Aim atMost(String figure, double measured, double limit) {
    return new Aim(figure, measured, true, limit);
  }

  /** Whether the figure is as good as the limit, or better. */
  public boolean reached() {
    return atMost ? measured <= limit : measured >= limit;
  }

  /** A row of a table: the figure, what it is, what it has to be, and whether it is. */
  public String row() {
    return "| %s | %s | %s %s | %s |"
        .formatted(
            figure,
            number(measured),
            atMost ? "at most" : "at least",
            number(limit),
            reached() ? "yes" : "**no**");
  }

  /** What falls short, for where it does. */
  @Override
  public String toString() {
    return "%s is %s, %s %s"
        .formatted(figure, number(measured), atMost ? "more than" : "less than", number(limit));
  }

  /** As many places as tell a figure from its limit: shares are small, sizes are large. */
  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.3f" : "%.1f", value);
  }
}
