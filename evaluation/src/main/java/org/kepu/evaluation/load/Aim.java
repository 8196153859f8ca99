package org.kepu.evaluation.load;

/**
 * What a figure has to reach.
 *
 * @param figure its name
 * @param measured what it is
 * @param atMost whether {@code limit} is the most it may be; else the least
 * @param limit the limit, which is good enough itself
 */
record Aim(String figure, double measured, boolean atMost, double limit) {

  static Aim atLeast(String figure, double measured, double limit) {
    return new Aim(figure, measured, false, limit);
  }

  static Aim atMost(String figure, double measured, double limit) {
    return new Aim(figure, measured, true, limit);
  }

  boolean reached() {
    return atMost ? measured <= limit : measured >= limit;
  }

  @Override
  public String toString() {
    return "%s is %.1f, %s %.1f"
        .formatted(figure, measured, atMost ? "more than" : "less than", limit);
  }
}
