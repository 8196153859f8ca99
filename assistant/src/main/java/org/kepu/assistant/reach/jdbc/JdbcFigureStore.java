package org.kepu.assistant.reach.jdbc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    return sums(period, venues, dimension.code(), "");
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> withoutSource(Period period, Set<String> venues) {
    return sums(period, venues, Dimension.TOPIC.code(), " AND outcome = 'no_source'");
  }

  private SortedMap<String, Map<Measure, Long>> sums(
      Period period, Set<String> venues, String column, String condition) {
    String ofVenues =
        venues.isEmpty()
            ? ""
            : " AND venue IN (%s)"
                .formatted(venues.stream().map(venue -> "?").collect(Collectors.joining(", ")));
    StatementSpec query =
        jdbc.sql(
                "SELECT %s AS name, measure, SUM(amount) AS amount FROM rollup WHERE day >= ? AND day <= ?%s%s GROUP BY %s, measure"
                    .formatted(column, condition, ofVenues, column))
            .param(period.from().toString())
            .param(period.to().toString());
    for (String venue : venues) {
      query = query.param(venue);
    }
    SortedMap<String, Map<Measure, Long>> sums = new TreeMap<>(ORDER);
    query.query(
        (RowCallbackHandler)
            row -> {
              Measure measure = measure(row.getString("measure"));
              if (measure.addsUp()) {
                sums.computeIfAbsent(row.getString("name"), name -> new EnumMap<>(Measure.class))
                    .put(measure, row.getLong("amount"));
              }
            });
    return sums;
  }

  @Override
  public SortedMap<String, Map<Measure, Long>> medians(Period period) {
    List<Measure> notAdding =
        Stream.of(Measure.values()).filter(measure -> !measure.addsUp()).toList();
    StatementSpec query =
        jdbc.sql(
                "SELECT channel, measure, amount FROM rollup WHERE day >= ? AND day <= ? AND hour = -1 AND measure IN (%s)"
                    .formatted(
                        notAdding.stream().map(measure -> "?").collect(Collectors.joining(", "))))
            .param(period.from().toString())
            .param(period.to().toString());
    for (Measure measure : notAdding) {
      query = query.param(measure.code());
    }
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
