package org.kepu.assistant.educator.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.kepu.assistant.educator.item.Content.Choice;
import org.kepu.assistant.educator.item.Content.Option;

/** Rows of options. */
final class Options {

  /** How many wrong ones stand beside the right one. */
  static final int WRONG = 3;

  private Options() {}

  /** Numbers stand in their order, as in every good paper. */
  static Choice rising(String right, List<String> wrong) {
    List<Option> options = new ArrayList<>(List.of(new Option(right, true)));
    wrong.forEach(text -> options.add(new Option(text, false)));
    options.sort(Comparator.comparingDouble(option -> leading(option.text())));
    return new Choice(options);
  }

  /** Anything else stands where chance puts it. */
  static Choice mixed(List<String> right, List<String> wrong, RandomGenerator random) {
    List<Option> options = new ArrayList<>();
    right.forEach(text -> options.add(new Option(text, true)));
    wrong.forEach(text -> options.add(new Option(text, false)));
    for (int i = options.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Option moved = options.get(i);
      options.set(i, options.get(other));
      options.set(other, moved);
    }
    return new Choice(options);
  }

  private static double leading(String text) {
    return Figure.in(text).stream()
        .findFirst()
        .map(Figure::amount)
        .orElseGet(() -> Double.parseDouble(text.replaceAll("[^0-9.]", "")));
  }
}
