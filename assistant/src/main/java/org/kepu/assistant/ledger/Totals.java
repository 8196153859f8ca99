package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ledgers of a period, by the metrics dictionary.
 *
 * @param offline R2: of each activity and day one source, the best
 * @param online R3: of each item the greatest of its snapshots
 * @param media R4: by how much items grew in the period, never less than nothing
 * @param activities how many different activities; one of several days is one
 * @param books how many different books
 * @param products how many different products
 * @param amountByGrade of R2 and R3 together, by how well they are proven
 */
public record Totals(
    long offline,
    long online,
    long media,
    long activities,
    long books,
    long products,
    Map<Grade, Long> amountByGrade) {

  /**
   * The totals of entries.
   *
   * @param entries all up to the last day, those before the first included
   */
  public static Totals of(Collection<Entry> entries, LocalDate first, LocalDate last) {
    List<Entry> within =
        entries.stream()
            .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
            .toList();
    Map<Grade, Long> byGrade = new TreeMap<>();
    Collection<Entry> heads = bestSources(within);
    Collection<Entry> participants = greatest(within, Kind.ONLINE);
    heads.forEach(entry -> byGrade.merge(entry.grade(), entry.amount(), Long::sum));
    participants.forEach(entry -> byGrade.merge(entry.grade(), entry.amount(), Long::sum));
    Set<String> activities = new HashSet<>();
    heads.forEach(entry -> activities.add(entry.item()));
    participants.forEach(entry -> activities.add(entry.item()));
    return new Totals(
        sum(heads),
        sum(participants),
        growth(entries, first, last),
        activities.size(),
        distinct(within, Kind.BOOK),
        distinct(within, Kind.PRODUCT),
        byGrade);
  }

  private static Collection<Entry> bestSources(List<Entry> entries) {
    Comparator<Entry> best =
        Comparator.comparing(Entry::source).thenComparing(Entry::amount, Comparator.reverseOrder());
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.OFFLINE)
        .collect(
            Collectors.toMap(
                entry -> entry.item() + " " + entry.day(),
                Function.identity(),
                (one, other) -> best.compare(one, other) <= 0 ? one : other,
                TreeMap::new))
        .values();
  }

  private static Collection<Entry> greatest(List<Entry> entries, Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .collect(
            Collectors.toMap(
                Entry::item,
                Function.identity(),
                (one, other) -> one.amount() >= other.amount() ? one : other,
                TreeMap::new))
        .values();
  }

  /**
   * A platform that tells less than before has corrected itself or lost count: that takes nothing
   * away.
   */
  private static long growth(Collection<Entry> entries, LocalDate first, LocalDate last) {
    Map<String, Long> before = new HashMap<>();
    Map<String, Long> at = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.kind() == Kind.MEDIA && !entry.day().isAfter(last)) {
        at.merge(entry.item(), entry.amount(), Math::max);
        if (entry.day().isBefore(first)) {
          before.merge(entry.item(), entry.amount(), Math::max);
        }
      }
    }
    return at.entrySet().stream()
        .mapToLong(item -> item.getValue() - before.getOrDefault(item.getKey(), 0L))
        .sum();
  }

  private static long sum(Collection<Entry> entries) {
    return entries.stream().mapToLong(Entry::amount).sum();
  }

  private static long distinct(List<Entry> entries, Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .map(Entry::item)
        .distinct()
        .count();
  }
}
