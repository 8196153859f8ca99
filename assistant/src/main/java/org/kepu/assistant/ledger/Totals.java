package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.util.Collection;
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
 * @param offline R2: of each activity one source, the best that it was counted by
 * @param online R3: of each item the greatest of its snapshots
 * @param media R4: by how much items grew in the period, never less than nothing
 * @param activities how many different activities; one of several days is one
 * @param books how many different books that are new; a reprint is not
 * @param products how many different products that are new
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
   * @param earlier up to this day as {@code kepu-reach 2} had it: of each activity and day the best
   *     source, and a book new in each period in which it is named
   */
  public static Totals of(
      Collection<Entry> entries, LocalDate first, LocalDate last, LocalDate earlier) {
    List<Entry> within =
        entries.stream()
            .filter(entry -> !entry.day().isBefore(first) && !entry.day().isAfter(last))
            .toList();
    Map<Grade, Long> byGrade = new TreeMap<>();
    Collection<Entry> heads = bestSources(within, bestOf(entries), earlier);
    Collection<Entry> participants = greatest(within, Kind.ONLINE);
    heads.forEach(entry -> byGrade.merge(entry.grade(), entry.amount(), Long::sum));
    participants.forEach(entry -> byGrade.merge(entry.grade(), entry.amount(), Long::sum));
    Set<String> activities =
        within.stream().filter(Entry::ofHeads).map(Entry::item).collect(Collectors.toSet());
    return new Totals(
        sum(heads),
        sum(participants),
        growth(entries, first, last),
        activities.size(),
        distinct(entries, Kind.BOOK, first, earlier),
        distinct(entries, Kind.PRODUCT, first, earlier),
        byGrade);
  }

  /** The best source that each activity was counted by, on whatever day. */
  private static Map<String, Source> bestOf(Collection<Entry> entries) {
    Map<String, Source> best = new HashMap<>();
    entries.stream()
        .filter(entry -> entry.kind() == Kind.OFFLINE)
        .forEach(
            entry ->
                best.merge(
                    entry.item(),
                    entry.source(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other));
    return best;
  }

  private static Collection<Entry> bestSources(
      List<Entry> entries, Map<String, Source> best, LocalDate earlier) {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.OFFLINE)
        .filter(entry -> !entry.day().isAfter(earlier) || entry.source() == best.get(entry.item()))
        .collect(
            Collectors.toMap(
                entry -> entry.item() + " " + entry.day(),
                Function.identity(),
                (one, other) -> one.source().compareTo(other.source()) <= 0 ? one : other,
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

  private static long distinct(
      Collection<Entry> entries, Kind kind, LocalDate first, LocalDate earlier) {
    Set<String> named = new HashSet<>();
    Map<String, LocalDate> firstNamed = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.kind() == kind) {
        if (!entry.day().isBefore(first) && !entry.day().isAfter(earlier)) {
          named.add(entry.item());
        }
        firstNamed.merge(
            number(entry), entry.day(), (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return named.size()
        + firstNamed.values().stream()
            .filter(day -> !day.isBefore(first) && day.isAfter(earlier))
            .count();
  }

  /** What came in before numbers of books were looked at may be written in several ways. */
  private static String number(Entry entry) {
    return entry.kind() == Kind.BOOK ? Isbn.of(entry.item()).orElse(entry.item()) : entry.item();
  }
}
