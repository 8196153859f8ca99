package org.kepu.assistant.reach.jdbc;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.kepu.assistant.reach.count.Cell;

/** Which sums a cell is part of, so that what is asked for need not be summed when it is. */
final class Sums {

  /** Divided by nothing. */
  static final String TOTAL = "total";

  /** By channel, of what does not add up over days. */
  static final String OF_DAY = "of_day";

  /** By topic, of what ended without a source alone. */
  static final String WITHOUT_SOURCE = "without_source";

  private static final String NO_SOURCE = "no_source";

  private Sums() {}

  /**
   * What a sum is of, within a day or a month.
   *
   * @param by a dimension's code, or one of the constants above
   */
  record Key(String by, String venue, String name, String measure) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::by)
            .thenComparing(Key::venue)
            .thenComparing(Key::name)
            .thenComparing(Key::measure);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The sums of cells of one day; of those that come to nothing, none. */
  static SortedMap<Key, Long> of(Map<Cell, Long> cells) {
    SortedMap<Key, Long> sums = new TreeMap<>();
    cells.forEach(
        (cell, amount) ->
            parts(
                cell,
                (by, name) ->
                    sums.merge(
                        new Key(by, cell.venue(), name, cell.measure().code()),
                        amount,
                        Long::sum)));
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private static void parts(Cell cell, BiConsumer<String, String> part) {
    if (!cell.measure().addsUp()) {
      part.accept(OF_DAY, cell.channel());
      return;
    }
    part.accept(TOTAL, "");
    part.accept("hour", String.valueOf(cell.hour()));
    part.accept("channel", cell.channel());
    part.accept("hall", cell.hall());
    part.accept("activity", cell.activity());
    part.accept("programme", cell.programme());
    part.accept("region", cell.region());
    part.accept("topic", cell.topic());
    part.accept("audience", cell.audience());
    part.accept("outcome", cell.outcome());
    if (cell.outcome().equals(NO_SOURCE)) {
      part.accept(WITHOUT_SOURCE, cell.topic());
    }
  }
}
