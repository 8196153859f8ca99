package org.kepu.assistant.reach.figures;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.kepu.assistant.reach.count.Measure;

/** Sums of what was counted. Safe for use by several threads. */
public interface FigureStore {

  /**
   * The order of a dimension's values: by number where they are such, so that hour 10 follows 9.
   */
  Comparator<String> ORDER =
      Comparator.comparingInt((String key) -> key.matches("-?\\d{1,3}") ? Integer.parseInt(key) : 0)
          .thenComparing(Comparator.naturalOrder());

  /**
   * What was counted in a period, by the values of a dimension, in their order. Measures that do
   * not add up are left out.
   *
   * @param venues only what belongs to one of them; empty: everything
   */
  SortedMap<String, Map<Measure, Long>> sums(
      Period period, Set<String> venues, Dimension dimension);

  /**
   * The same by topic, of what ended without a source alone.
   *
   * @param venues only what belongs to one of them; empty: everything
   */
  SortedMap<String, Map<Measure, Long>> withoutSource(Period period, Set<String> venues);

  /** The values of measures that do not add up, by channel: for each the median of the days. */
  SortedMap<String, Map<Measure, Long>> medians(Period period);
}
