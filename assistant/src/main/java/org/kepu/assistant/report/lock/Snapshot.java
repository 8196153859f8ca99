package org.kepu.assistant.report.lock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/**
 * All that a report of a month is made of: the sums of its rollup by venue and each dimension, what
 * does not add up by day and channel, and the entries of its ledgers.
 *
 * @param definition by which definitions it was counted
 * @param figures amounts, none of them 0
 * @param entries of its days, ordered by kind, item, day and source
 */
public record Snapshot(
    YearMonth month, String definition, SortedMap<Figure, Long> figures, List<Entry> entries) {

  /** Each end of a page was a stay of its own; since then the parts of a conversation are one. */
  private static final String BEFORE_DWELL_ADDED_UP = "kepu-reach 1";

  /** Under these an activity had a source a day, and a reprint counted in its period. */
  static final Set<String> EARLIER = Set.of(BEFORE_DWELL_ADDED_UP, "kepu-reach 2");

  /** In which order entries stand. */
  public static final Comparator<Entry> ENTRIES =
      Comparator.comparing((Entry entry) -> entry.kind().code())
          .thenComparing(Entry::item)
          .thenComparing(Entry::day)
          .thenComparing(entry -> entry.source().code());

  public Snapshot {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    entries = entries.stream().sorted(ENTRIES).toList();
  }

  /** The month as it is counted now. */
  public static Snapshot of(
      YearMonth month, String definition, FigureStore counted, Ledgers ledgers) {
    Period whole = new Period(month.atDay(1), month.atEndOfMonth());
    SortedMap<Figure, Long> figures = new TreeMap<>();
    for (String venue : counted.sums(whole, Set.of(), Dimension.VENUE).keySet()) {
      Set<String> one = Set.of(venue);
      for (Dimension dimension : Dimension.values()) {
        // A venue's own sum is the sum over any of the others.
        if (dimension != Dimension.VENUE) {
          put(figures, dimension.code(), venue, counted.sums(whole, one, dimension));
        }
      }
      put(figures, Figure.WITHOUT_SOURCE, venue, counted.withoutSource(whole, one));
    }
    for (LocalDate day = whole.from(); !day.isAfter(whole.to()); day = day.plusDays(1)) {
      LocalDate of = day;
      counted
          .medians(new Period(day, day))
          .forEach(
              (channel, amounts) ->
                  put(
                      figures,
                      Figure.OF_DAY,
                      "",
                      new TreeMap<>(Map.of(of + " " + channel, amounts))));
    }
    return new Snapshot(
        month,
        definition,
        figures,
        ledgers.upTo(whole.to()).stream()
            .filter(entry -> !entry.day().isBefore(whole.from()))
            .toList());
  }

  private static void put(
      Map<Figure, Long> figures,
      String by,
      String venue,
      SortedMap<String, Map<Measure, Long>> sums) {
    sums.forEach(
        (name, amounts) ->
            amounts.forEach(
                (measure, amount) -> {
                  if (amount != 0) {
                    figures.put(new Figure(by, venue, name, measure), amount);
                  }
                }));
  }

  /** The same bytes for the same content, whatever kept it: what the hash is of. */
  public String canonical() {
    return Stream.of(
            Stream.of(line("month", month.toString(), definition)),
            figures.entrySet().stream()
                .map(
                    figure ->
                        line(
                            "figure",
                            figure.getKey().by(),
                            figure.getKey().venue(),
                            figure.getKey().name(),
                            figure.getKey().measure().code(),
                            String.valueOf(figure.getValue()))),
            entries.stream().map(Snapshot::line))
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Entry entry) {
    return line(
        "entry",
        entry.kind().code(),
        entry.item(),
        entry.day().toString(),
        entry.source().code(),
        entry.title(),
        entry.programme(),
        entry.venue(),
        entry.unit(),
        String.valueOf(entry.amount()),
        entry.grade().name(),
        entry.evidence());
  }

  /** No text can pass itself off as a boundary between two. */
  private static String line(String... parts) {
    return Stream.of(parts)
        .map(part -> part.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"))
        .collect(Collectors.joining("\t"));
  }

  /** SHA-256 over the hash of the month before and this one's canonical form. */
  public String hash(String previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(
              digest.digest((previous + "\n" + canonical()).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether this was locked before figures were divided by something: every dimension divides the
   * same total, so none is without rows.
   */
  boolean notDividedYet(String by) {
    return (by.equals(Dimension.PROGRAMME.code()) || by.equals(Dimension.REGION.code()))
        && !figures.isEmpty()
        && figures.keySet().stream().noneMatch(figure -> figure.by().equals(by));
  }

  /** Whether an amount was counted by another rule when this was locked: no difference tells. */
  private boolean ofAnotherRule(Figure figure) {
    return definition.equals(BEFORE_DWELL_ADDED_UP)
        && (figure.measure() == Measure.DWELL_MEDIAN || figure.measure() == Measure.DWELL_P75);
  }

  /**
   * What is not the same in both, without how much it is: small cells stay hidden.
   *
   * @return like {@code channel kiosk} or {@code entry offline kjz-1}, ordered
   */
  public SortedSet<String> differences(Snapshot other) {
    SortedSet<String> differences = new TreeSet<>();
    SortedSet<Figure> all = new TreeSet<>(figures.keySet());
    all.addAll(other.figures.keySet());
    all.removeIf(figure -> notDividedYet(figure.by()) || ofAnotherRule(figure));
    for (Figure figure : all) {
      if (figures.getOrDefault(figure, 0L) != other.figures.getOrDefault(figure, 0L).longValue()) {
        differences.add((figure.by() + " " + figure.name()).strip());
      }
    }
    Set<Entry> changed = new java.util.HashSet<>(entries);
    Set<Entry> theirs = new java.util.HashSet<>(other.entries);
    entries.stream().filter(theirs::contains).forEach(changed::remove);
    other.entries.stream().filter(entry -> !entries.contains(entry)).forEach(changed::add);
    changed.forEach(entry -> differences.add("entry " + entry.kind().code() + " " + entry.item()));
    return differences;
  }
}
