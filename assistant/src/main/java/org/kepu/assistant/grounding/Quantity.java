package org.kepu.assistant.grounding;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A number in a text, with what it counts and what stands around it.
 *
 * @param low in the base unit of what it measures
 * @param high the same but in vague numbers: 几十 is from 20 to 90
 * @param unit what it counts
 * @param indefinite whether it is a 一 that may be no more than an article (“一种鹿”)
 * @param around what its clause says around it, nearest first; numbers left out
 * @param next the characters behind it
 */
record Quantity(
    double low, double high, Unit unit, boolean indefinite, Set<Integer> around, String next) {

  private static final double EXACT = 1e-9;

  /** What rough conversions may be off by. */
  private static final double CONVERTED = 1e-3;

  Quantity {
    around = Set.copyOf(around);
  }

  /** Whether {@code other}, from a source, says the same. */
  boolean saidBy(Quantity other) {
    if (!unit.measures().equals(other.unit.measures())) {
      return false;
    }
    if (low < high) {
      return low <= other.low && other.high <= high;
    }
    if (unit.equals(Unit.DECADE) && (low < 100 || other.low < 100)) {
      return low % 100 == other.low % 100;
    }
    boolean rounded =
        unit.factor() != other.unit.factor() && (unit.rounded() || other.unit.rounded());
    double tolerance = rounded ? CONVERTED : EXACT;
    return other.low == other.high
        && Math.abs(low - other.low) <= tolerance * Math.max(Math.abs(low), Math.abs(other.low));
  }

  /** How much of what stands around the two is the same, 0 to 1. */
  double near(Quantity other) {
    if (around.isEmpty() || other.around.isEmpty()) {
      return 0;
    }
    Set<Integer> shared = new HashSet<>(around);
    shared.retainAll(other.around);
    return 2.0 * shared.size() / (around.size() + other.around.size());
  }

  /** What a source says with it beside: a year lies in a decade and in a century. */
  Stream<Quantity> implied() {
    boolean year = unit.measures().equals("time") && unit.factor() > 3e7;
    double years = year ? low / unit.factor() : low;
    if (year && years >= 1_000 && years < 2_200 && years == Math.rint(years)) {
      return Stream.of(
          with(Unit.DECADE, Math.floor(years / 10) * 10),
          with(Unit.CENTURY, Math.floor(years / 100) + 1));
    }
    return unit.equals(Unit.DECADE) && low >= 100
        ? Stream.of(with(Unit.CENTURY, Math.floor(low / 100) + 1))
        : Stream.empty();
  }

  private Quantity with(Unit other, double value) {
    return new Quantity(value, value, other, false, around, next);
  }
}
