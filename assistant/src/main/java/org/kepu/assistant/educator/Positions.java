package org.kepu.assistant.educator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kepu.assistant.educator.item.Content.Choice;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;

/**
 * Spreads the keys of one set's single choices over the places of their options, so that none is
 * the better guess. Numbers stay in their order. Used by one thread.
 */
final class Positions {

  private final List<Integer> taken = new ArrayList<>();

  /** The item with its key where chance puts it, but not where keys stand too often. */
  Item placed(Item item) {
    if (item.kind() != Kind.SINGLE_CHOICE || !(item.content() instanceof Choice choice)) {
      return item;
    }
    int at = choice.key().getFirst();
    int wanted = ordered(choice) ? at : drawn(choice.options().size(), item.stem());
    taken.add(wanted);
    return wanted == at ? item : item.with(exchanged(choice, at, wanted));
  }

  /** Whether the key, which cannot be moved, would stand where too many do. */
  boolean tilts(Item item) {
    if (item.kind() != Kind.SINGLE_CHOICE
        || !(item.content() instanceof Choice choice)
        || !ordered(choice)) {
      return false;
    }
    int at = choice.key().getFirst();
    int size = choice.options().size();
    return count(at) > (double) taken.size() / size + 1;
  }

  /** Were it always the rarest place, the last of four would be known before it is read. */
  private int drawn(int size, String stem) {
    int fewest = IntStream.range(0, size).map(this::count).min().orElse(0);
    List<Integer> free =
        IntStream.range(0, size).filter(place -> count(place) <= fewest + 1).boxed().toList();
    return free.get(new SplittableRandom(stem.hashCode()).nextInt(free.size()));
  }

  private int count(int place) {
    return (int) taken.stream().filter(each -> each == place).count();
  }

  private static boolean ordered(Choice choice) {
    return choice.options().stream().allMatch(option -> option.text().matches(".*\\d.*"));
  }

  private static Choice exchanged(Choice choice, int one, int other) {
    List<Option> options = new ArrayList<>(choice.options());
    Option moved = options.get(one);
    options.set(one, options.get(other));
    options.set(other, moved);
    return new Choice(options);
  }
}
