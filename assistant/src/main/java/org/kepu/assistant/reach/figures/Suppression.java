package org.kepu.assistant.reach.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Hides cells that are so small that they might tell of persons. Where the total less the others
 * would give them away – only one is hidden, or all that are hidden are few together – the next
 * smallest are hidden with them.
 */
public final class Suppression {

  /** A cell of fewer is hidden; one of none says nothing of anybody and is shown. */
  public static final long SMALLEST_SHOWN = 10;

  private Suppression() {}

  /**
   * Which of these cells are hidden, whose sum may be known.
   *
   * @param amounts 0 or more each
   * @return for each whether it is hidden
   */
  public static List<Boolean> hidden(List<Long> amounts) {
    return hidden(amounts, Collections.nCopies(amounts.size(), false));
  }

  /**
   * Which of these cells are hidden, whose sum may be known and some of which have to be.
   *
   * @param amounts 0 or more each
   * @param already for each whether it is hidden whatever it is
   * @return for each whether it is hidden; one of nothing never is
   */
  public static List<Boolean> hidden(List<Long> amounts, List<Boolean> already) {
    boolean[] hidden = new boolean[amounts.size()];
    List<Integer> larger = new ArrayList<>();
    int cells = 0;
    long sum = 0;
    for (int i = 0; i < amounts.size(); i++) {
      long amount = amounts.get(i);
      if (amount > 0 && (amount < SMALLEST_SHOWN || already.get(i))) {
        hidden[i] = true;
        cells++;
        sum += amount;
      } else if (amount > 0) {
        larger.add(i);
      }
    }
    larger.sort(Comparator.<Integer>comparingLong(amounts::get).thenComparing(i -> i));
    for (int i = 0; cells > 0 && (cells < 2 || sum < SMALLEST_SHOWN) && i < larger.size(); i++) {
      hidden[larger.get(i)] = true;
      cells++;
      sum += amounts.get(larger.get(i));
    }
    List<Boolean> result = new ArrayList<>();
    for (boolean one : hidden) {
      result.add(one);
    }
    return List.copyOf(result);
  }

  /** Numbers that differ by little from others are rounded to tens, half up. */
  public static long rounded(long amount) {
    return (amount + SMALLEST_SHOWN / 2) / SMALLEST_SHOWN * SMALLEST_SHOWN;
  }
}
