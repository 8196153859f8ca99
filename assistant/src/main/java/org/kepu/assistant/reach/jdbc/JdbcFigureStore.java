package org.kepu.assistant.reach.jdbc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Sums by the database, over the rollup's rows. */
public final class JdbcFigureStore implements FigureStore {

  private final JdbcClient jdbc;

  public JdbcFigureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> sums(
      Period period, Set<String> venues, Dimension dimension) {
    return switch (dimension) {
      case DAY ->
          sums(List.of(Part.ofDays(period.from(), period.to())), venues, Sums.TOTAL, "span");
      case VENUE -> sums(Part.of(period), venues, Sums.TOTAL, "venue");
      default -> sums(Part.of(period), venues, dimension.code(), "name");
    };
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> withoutSource(Period period, Set<String> venues) {
    return sums(Part.of(period), venues, Sums.WITHOUT_SOURCE, "name");
  }

  private SortedMap<String, Map<Measure, Long>> sums(
      List<Part> parts, Set<String> venues, String by, String column) {
    String ofVenues =
        venues.isEmpty()
            ? ""
            : " AND venue IN (%s)"
                .formatted(String.join(", ", Collections.nCopies(venues.size(), "?")));
    String selected =
        parts.stream()
            .map(
                part ->
                    "SELECT %1$s AS span, venue, name, measure, amount FROM rollup_%1$s_sum WHERE divided_by = ? AND %1$s >= ? AND %1$s <= ?%2$s"
                        .formatted(part.unit(), ofVenues))
            .collect(Collectors.joining(" UNION ALL "));
    List<String> values = new ArrayList<>();
    for (Part part : parts) {
      values.addAll(List.of(by, part.first(), part.last()));
      values.addAll(venues);
    }
    SortedMap<String, Map<Measure, Long>> sums = new TreeMap<>(ORDER);
    jdbc.sql(
            "SELECT %1$s AS label, measure, SUM(amount) AS amount FROM (%2$s) parts GROUP BY %1$s, measure"
                .formatted(column, selected))
        .params(values)
        .query(
            (RowCallbackHandler)
                row ->
                    sums.computeIfAbsent(
                            row.getString("label"), name -> new EnumMap<>(Measure.class))
                        .put(measure(row.getString("measure")), row.getLong("amount")));
    return sums;
  }

  /**
   * A part of a period that is summed by days or by months.
   *
   * @param unit {@code day} or {@code month}
   */
  private record Part(String unit, String first, String last) {

    static Part ofDays(LocalDate first, LocalDate last) {
      return new Part("day", first.toString(), last.toString());
    }

    /** The whole months of a period, and the days before and after them. */
    static List<Part> of(Period period) {
      LocalDate from = period.from();
      LocalDate end = period.to().plusDays(1);
      LocalDate firstWhole =
          from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
      LocalDate afterWhole = end.withDayOfMonth(1);
      if (!firstWhole.isBefore(afterWhole)) {
        return List.of(ofDays(from, period.to()));
      }
      List<Part> parts = new ArrayList<>();
      if (from.isBefore(firstWhole)) {
        parts.add(ofDays(from, firstWhole.minusDays(1)));
      }
      parts.add(
          new Part(
              "month",
              YearMonth.from(firstWhole).toString(),
              YearMonth.from(afterWhole.minusDays(1)).toString()));
      if (afterWhole.isBefore(end)) {
        parts.add(ofDays(afterWhole, period.to()));
      }
      return parts;
    }
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> medians(Period period) {
    StatementSpec query =
        jdbc.sql(
                "SELECT name AS channel, measure, amount FROM rollup_day_sum WHERE divided_by = ? AND day >= ? AND day <= ?")
            .params(Sums.OF_DAY, period.from().toString(), period.to().toString());
    Map<String, Map<Measure, List<Long>>> values = new HashMap<>();
    query.query(
        (RowCallbackHandler)
            row ->
                values
                    .computeIfAbsent(row.getString("channel"), name -> new EnumMap<>(Measure.class))
                    .computeIfAbsent(measure(row.getString("measure")), m -> new ArrayList<>())
                    .add(row.getLong("amount")));
    SortedMap<String, Map<Measure, Long>> medians = new TreeMap<>();
    values.forEach(
        (channel, all) -> {
          Map<Measure, Long> ofChannel = new EnumMap<>(Measure.class);
          all.forEach((measure, days) -> ofChannel.put(measure, median(days)));
          medians.put(channel, ofChannel);
        });
    return medians;
  }

  private static Measure measure(String code) {
    return Measure.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
