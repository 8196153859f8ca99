package org.kepu.assistant.report.lock;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;

/**
 * The figures as they were locked, where they are, else as they are counted now. It remembers what
 * it has read: one is made for each report, by one thread.
 */
public final class LockedFigures implements FigureStore {

  private final FigureStore counted;
  private final Locks locks;
  private final Map<Asked, SortedMap<String, Map<Measure, Long>>> known = new HashMap<>();

  public LockedFigures(FigureStore counted, Locks locks) {
    this.counted = counted;
    this.locks = locks;
  }

  private record Asked(YearMonth month, Set<String> venues, String by) {}

  @Override
  public SortedMap<String, Map<Measure, Long>> sums(
      Period period, Set<String> venues, Dimension dimension) {
    return sums(period, venues, dimension.code(), (part, of) -> counted.sums(part, of, dimension));
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> withoutSource(Period period, Set<String> venues) {
    return sums(period, venues, Figure.WITHOUT_SOURCE, counted::withoutSource);
  }

  private SortedMap<String, Map<Measure, Long>> sums(
      Period period,
      Set<String> venues,
      String by,
      BiFunction<Period, Set<String>, SortedMap<String, Map<Measure, Long>>> count) {
    SortedMap<String, Map<Measure, Long>> sums = new TreeMap<>(ORDER);
    for (Period part : parts(period)) {
      YearMonth month = YearMonth.from(part.from());
      boolean whole = part.days() == month.lengthOfMonth();
      SortedMap<String, Map<Measure, Long>> ofPart;
      if (whole) {
        Asked asked = new Asked(month, venues, by);
        SortedMap<String, Map<Measure, Long>> before = known.get(asked);
        ofPart =
            before == null
                ? locks
                    .snapshot(month)
                    .map(snapshot -> sums(snapshot, venues, by))
                    .orElseGet(() -> count.apply(part, venues))
                : before;
        known.put(asked, ofPart);
      } else {
        ofPart = count.apply(part, venues);
      }
      add(ofPart, sums);
    }
    return sums;
  }

  /** A period, cut at the months' ends. */
  private static List<Period> parts(Period period) {
    List<Period> parts = new ArrayList<>();
    LocalDate from = period.from();
    while (!from.isAfter(period.to())) {
      LocalDate end = YearMonth.from(from).atEndOfMonth();
      LocalDate to = end.isAfter(period.to()) ? period.to() : end;
      parts.add(new Period(from, to));
      from = to.plusDays(1);
    }
    return parts;
  }

  private static SortedMap<String, Map<Measure, Long>> sums(
      Snapshot snapshot, Set<String> venues, String by) {
    boolean byVenue = by.equals(Dimension.VENUE.code());
    // What was locked before there were programmes and regions is of none that is known.
    boolean undivided = snapshot.notDividedYet(by);
    String of = byVenue || undivided ? Dimension.OUTCOME.code() : by;
    SortedMap<String, Map<Measure, Long>> sums = new TreeMap<>(ORDER);
    snapshot
        .figures()
        .forEach(
            (figure, amount) -> {
              if (figure.by().equals(of) && (venues.isEmpty() || venues.contains(figure.venue()))) {
                sums.computeIfAbsent(
                        byVenue ? figure.venue() : undivided ? "" : figure.name(),
                        name -> new EnumMap<>(Measure.class))
                    .merge(figure.measure(), amount, Long::sum);
              }
            });
    return sums;
  }

  private static void add(
      SortedMap<String, Map<Measure, Long>> part, SortedMap<String, Map<Measure, Long>> sums) {
    part.forEach(
        (name, amounts) -> {
          Map<Measure, Long> sum = sums.computeIfAbsent(name, it -> new EnumMap<>(Measure.class));
          amounts.forEach((measure, amount) -> sum.merge(measure, amount, Long::sum));
        });
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> medians(Period period) {
    SortedMap<String, Map<Measure, List<Long>>> days = new TreeMap<>();
    for (Period part : parts(period)) {
      Optional<Snapshot> snapshot = locks.snapshot(YearMonth.from(part.from()));
      if (snapshot.isPresent()) {
        ofDays(snapshot.get(), part, days);
      } else {
        for (LocalDate day = part.from(); !day.isAfter(part.to()); day = day.plusDays(1)) {
          counted
              .medians(new Period(day, day))
              .forEach(
                  (channel, amounts) ->
                      amounts.forEach((measure, amount) -> add(days, channel, measure, amount)));
        }
      }
    }
    SortedMap<String, Map<Measure, Long>> medians = new TreeMap<>();
    days.forEach(
        (channel, measures) -> {
          Map<Measure, Long> ofChannel = new EnumMap<>(Measure.class);
          measures.forEach((measure, values) -> ofChannel.put(measure, median(values)));
          medians.put(channel, ofChannel);
        });
    return medians;
  }

  private static void ofDays(
      Snapshot snapshot, Period part, SortedMap<String, Map<Measure, List<Long>>> days) {
    snapshot
        .figures()
        .forEach(
            (figure, amount) -> {
              if (figure.by().equals(Figure.OF_DAY)) {
                String[] dayAndChannel = figure.name().split(" ", 2);
                LocalDate day = LocalDate.parse(dayAndChannel[0]);
                if (!day.isBefore(part.from()) && !day.isAfter(part.to())) {
                  add(days, dayAndChannel[1], figure.measure(), amount);
                }
              }
            });
  }

  private static void add(
      SortedMap<String, Map<Measure, List<Long>>> days,
      String channel,
      Measure measure,
      long amount) {
    days.computeIfAbsent(channel, it -> new EnumMap<>(Measure.class))
        .computeIfAbsent(measure, it -> new ArrayList<>())
        .add(amount);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }
}
