package org.kepu.assistant.reach.figures;

/**
 * A share of a sample and what it says about all, with 95 % confidence.
 *
 * @param share of the sample, 0 to 1
 * @param lower at least so much of all
 * @param upper at most so much of all
 * @param n how many were asked
 */
public record Interval(double share, double lower, double upper, long n) {

  private static final double Z = 1.959963984540054;

  /**
   * Wilson's score interval (E. B. Wilson, JASA 22, 1927): it holds for small samples and for
   * shares near 0 and 1, where the usual one does not.
   *
   * @param successes 0 to {@code n}
   * @param n 1 or more
   */
  public static Interval wilson(long successes, long n) {
    if (n < 1 || successes < 0 || successes > n) {
      throw new IllegalArgumentException("%d of %d is no share".formatted(successes, n));
    }
    double share = (double) successes / n;
    double square = Z * Z;
    double middle = share + square / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n));
    double whole = 1 + square / n;
    return new Interval(
        share, Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole), n);
  }
}
