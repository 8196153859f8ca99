package org.kepu.assistant.educator.generation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes wrong figures beside a right one: written like it, near enough to be believed and far
 * enough to be false. How many are smaller is drawn, so that the place in the row tells nothing.
 */
final class NearFigures {

  private static final double[] SMALLER = {0.7, 0.5, 0.35, 0.2};
  private static final double[] LARGER = {1.4, 1.9, 2.6, 4};

  /** Nobody writes 17000万. */
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** No calendar year after this is an event's. */
  private static final int LAST_YEAR = 2025;

  private NearFigures() {}

  /** Wrong figures in the right one's manner, at most {@code count}, none of them twice. */
  static List<String> beside(Figure right, int count, RandomGenerator random) {
    int smaller = random.nextInt(count + 1);
    Set<String> wrong = new LinkedHashSet<>();
    List<Double> factors = new ArrayList<>();
    for (int i = 0; i < SMALLER.length; i++) {
      if (i < smaller) {
        factors.add(SMALLER[i]);
      }
      if (i < count - smaller) {
        factors.add(LARGER[i]);
      }
    }
    for (double factor : factors) {
      String other = scaled(right, factor);
      if (!other.equals(right.written())) {
        wrong.add(other);
      }
    }
    // Few small numbers have so many smaller ones.
    for (int i = 0; wrong.size() < count && i < LARGER.length; i++) {
      String other = scaled(right, LARGER[i]);
      if (!other.equals(right.written())) {
        wrong.add(other);
      }
    }
    return wrong.stream().filter(other -> plausible(right, other)).limit(count).toList();
  }

  /** Other years, at most {@code count}, nearer for what is not long ago. */
  static List<Integer> beside(int year, int count, RandomGenerator random) {
    int step = Math.max(2, (LAST_YEAR + 1 - year) / 9);
    int earlier = random.nextInt(count + 1);
    Set<Integer> wrong = new LinkedHashSet<>();
    for (int i = 1; i <= earlier; i++) {
      wrong.add(year - i * step - random.nextInt(step));
    }
    for (int i = 1; wrong.size() < count && i <= 2 * count; i++) {
      int later = year + i * step + random.nextInt(step);
      if (later <= LAST_YEAR) {
        wrong.add(later);
      }
    }
    for (int i = earlier + 1; wrong.size() < count; i++) {
      wrong.add(year - i * step - random.nextInt(step));
    }
    return List.copyOf(wrong);
  }

  private static String scaled(Figure right, double factor) {
    if (right.counts() && right.scale().isEmpty() && right.value() <= 10) {
      return moved(right, factor);
    }
    String low = scaled(right.low(), factor);
    String high = right.range() ? scaled(right.high(), factor) : "";
    if (!right.range()
        && right.scale().equals("万")
        && new BigDecimal(low).compareTo(TEN_THOUSAND) >= 0) {
      return right.written(
          new BigDecimal(low).movePointLeft(4).stripTrailingZeros().toPlainString(), "", "亿");
    }
    boolean belowOne = !right.range() && !right.scale().isEmpty() && Double.parseDouble(low) < 1;
    return belowOne
        ? right.written(tenThousandfold(low), "", right.scale().equals("亿") ? "万" : "")
        : right.written(low, high, right.scale());
  }

  /** Nobody writes 0.6万. */
  private static String tenThousandfold(String number) {
    return new BigDecimal(number)
        .movePointRight(4)
        .setScale(0, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** Small counts have neighbours rather than multiples. */
  private static String moved(Figure right, double factor) {
    int by = factor == 0.7 ? -1 : factor == 0.5 ? -2 : factor < 0.5 ? -3 : (int) Math.floor(factor);
    int low = (int) right.value() + by;
    int high = right.range() ? (int) Double.parseDouble(right.high()) + by : low;
    return low < 1
        ? right.written()
        : right.written(
            Integer.toString(low), right.range() ? Integer.toString(high) : "", right.scale());
  }

  /** As many digits that count as the right number has, two at least, and as many decimals. */
  private static String scaled(String number, double factor) {
    BigDecimal right = new BigDecimal(number);
    int digits = Math.max(right.stripTrailingZeros().precision(), right.precision() > 1 ? 2 : 1);
    BigDecimal other =
        right
            .multiply(BigDecimal.valueOf(factor))
            .round(new MathContext(digits, RoundingMode.HALF_UP));
    int decimals = Math.min(right.scale(), Math.max(other.stripTrailingZeros().scale(), 0));
    BigDecimal cut = other.setScale(decimals, RoundingMode.HALF_UP);
    return cut.signum() <= 0 ? number : cut.toPlainString();
  }

  private static boolean plausible(Figure right, String other) {
    List<Figure> figures = Figure.in(other);
    if (figures.size() != 1) {
      return false;
    }
    Figure figure = figures.getFirst();
    double value = figure.range() ? Double.parseDouble(figure.high()) : figure.value();
    boolean ordered = !figure.range() || figure.value() < value || right.joint().length() > 1;
    boolean inBounds =
        switch (right.unit()) {
          case "%" -> value < 100;
          case "度" -> value <= (right.value() <= 90 ? 90 : 180);
          case "小时" -> right.value() > 24 || value <= 24;
          default -> true;
        };
    return ordered && inBounds;
  }
}
