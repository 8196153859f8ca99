package org.kepu.assistant.reach.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;

/** The figures of reach as a page or a report shows them. */
public final class Dashboard {

  private final FigureStore store;

  public Dashboard(FigureStore store) {
    this.store = store;
  }

  /**
   * The figures of a period, with those before it.
   *
   * @param venues only what belongs to one of them; empty: everything
   */
  public View of(Period period, Set<String> venues) {
    SortedMap<String, Map<Measure, Long>> medians =
        venues.isEmpty() ? store.medians(period) : new TreeMap<>();
    return new View(
        period,
        period.before(),
        period.yearBefore(),
        summary(period, venues),
        summary(period.before(), venues),
        summary(period.yearBefore(), venues),
        days(period, venues),
        rows(period, venues, Dimension.HOUR),
        rows(period, venues, Dimension.CHANNEL),
        rows(period, venues, Dimension.VENUE),
        rows(period, venues, Dimension.AUDIENCE),
        inTens(rows(period, venues, Dimension.ACTIVITY)),
        inTens(rows(period, venues, Dimension.PROGRAMME)),
        inTens(rows(period, venues, Dimension.REGION)),
        topics(period, venues),
        latencies(medians),
        stays(medians));
  }

  private Summary summary(Period period, Set<String> venues) {
    return Summary.of(
        store.sums(period, venues, Dimension.OUTCOME),
        venues.isEmpty() ? Measure.VISITOR : Measure.VISITOR_OF_VENUE);
  }

  /** Every day, also those on which nothing was. */
  private List<Day> days(Period period, Set<String> venues) {
    SortedMap<String, Map<Measure, Long>> sums = store.sums(period, venues, Dimension.DAY);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      Map<Measure, Long> amounts = sums.getOrDefault(day.toString(), Map.of());
      days.add(new Day(day, amount(amounts, Measure.VISIT), questions(amounts)));
    }
    return days;
  }

  /** Visits and questions by a dimension; small cells are hidden. */
  private List<Row> rows(Period period, Set<String> venues, Dimension dimension) {
    SortedMap<String, Map<Measure, Long>> sums = store.sums(period, venues, dimension);
    // What belongs to a whole day belongs to no hour.
    sums.remove(String.valueOf(Cell.WHOLE_DAY));
    sums.values()
        .removeIf(amounts -> amount(amounts, Measure.VISIT) == 0 && questions(amounts) == 0);
    List<Boolean> hiddenVisits =
        Suppression.hidden(
            sums.values().stream().map(amounts -> amount(amounts, Measure.VISIT)).toList());
    List<Boolean> hiddenQuestions =
        Suppression.hidden(sums.values().stream().map(Dashboard::questions).toList());
    List<Row> rows = new ArrayList<>();
    sums.forEach(
        (key, amounts) ->
            rows.add(
                new Row(
                    key,
                    hiddenVisits.get(rows.size()) ? null : amount(amounts, Measure.VISIT),
                    hiddenQuestions.get(rows.size()) ? null : questions(amounts))));
    return rows;
  }

  /**
   * Activities, programmes and regions are often the same visits as a venue or a channel is: told
   * exactly, they would give away what is hidden there.
   */
  private static List<Row> inTens(List<Row> rows) {
    return rows.stream()
        .map(row -> new Row(row.key(), inTens(row.visits()), inTens(row.questions())))
        .toList();
  }

  private static @Nullable Long inTens(@Nullable Long amount) {
    return amount == null ? null : Long.valueOf(Suppression.rounded(amount));
  }

  /**
   * Questions by topic. They are many and any period may be asked for, so they are told in tens:
   * the difference of two periods would give small ones away.
   */
  private List<Topic> topics(Period period, Set<String> venues) {
    SortedMap<String, Map<Measure, Long>> sums = store.sums(period, venues, Dimension.TOPIC);
    sums.values().removeIf(amounts -> amount(amounts, Measure.QUESTION) == 0);
    long all = sums.values().stream().mapToLong(amounts -> amount(amounts, Measure.QUESTION)).sum();
    List<Boolean> hidden =
        Suppression.hidden(
            sums.values().stream().map(amounts -> Math.max(1, questions(amounts))).toList());
    List<Topic> topics = new ArrayList<>();
    List<String> keys = List.copyOf(sums.keySet());
    for (int i = 0; i < keys.size(); i++) {
      Map<Measure, Long> amounts = sums.getOrDefault(keys.get(i), Map.of());
      boolean shown = !hidden.get(i);
      topics.add(
          new Topic(
              keys.get(i),
              shown ? Suppression.rounded(questions(amounts)) : null,
              shown ? Math.round(100.0 * amount(amounts, Measure.QUESTION) / all) : null));
    }
    topics.sort(Topic.MOST_FIRST);
    return topics;
  }

  private static List<Latency> latencies(SortedMap<String, Map<Measure, Long>> medians) {
    List<Latency> latencies = new ArrayList<>();
    medians.forEach(
        (channel, values) ->
            latencies.add(
                new Latency(
                    channel,
                    values.get(Measure.FIRST_SENTENCE_P50),
                    values.get(Measure.FIRST_SENTENCE_P95),
                    values.get(Measure.TOTAL_P50),
                    values.get(Measure.TOTAL_P95))));
    // A channel whose stays alone are known has no latencies.
    latencies.removeIf(Latency::nothing);
    return latencies;
  }

  private static List<Stay> stays(SortedMap<String, Map<Measure, Long>> medians) {
    List<Stay> stays = new ArrayList<>();
    medians.forEach(
        (channel, values) -> {
          Long median = values.get(Measure.DWELL_MEDIAN);
          Long p75 = values.get(Measure.DWELL_P75);
          if (median != null && p75 != null) {
            stays.add(new Stay(channel, median, p75));
          }
        });
    return stays;
  }

  private static long amount(Map<Measure, Long> amounts, Measure measure) {
    return amounts.getOrDefault(measure, 0L);
  }

  private static long questions(Map<Measure, Long> amounts) {
    return Math.round((double) amount(amounts, Measure.QUESTION) / Count.WHOLE);
  }

  /**
   * All of it.
   *
   * @param before as many days right before
   * @param yearBefore the same days of the year before
   * @param activities in tens, as are programmes and regions
   * @param regions cities; empty: unknown, for nobody asks where a page is read
   */
  public record View(
      Period period,
      Period before,
      Period yearBefore,
      Summary figures,
      Summary figuresBefore,
      Summary figuresYearBefore,
      List<Day> days,
      List<Row> hours,
      List<Row> channels,
      List<Row> venues,
      List<Row> audiences,
      List<Row> activities,
      List<Row> programmes,
      List<Row> regions,
      List<Topic> topics,
      List<Latency> latencies,
      List<Stay> stays) {}

  /** What a day brought. */
  public record Day(LocalDate day, long visits, long questions) {}

  /**
   * What a value of a dimension brought.
   *
   * @param key empty where the dimension does not apply
   * @param visits null: hidden
   * @param questions null: hidden
   */
  public record Row(String key, @Nullable Long visits, @Nullable Long questions) {}

  /**
   * What was asked about a topic.
   *
   * @param questions in tens; null: hidden
   * @param percent of all questions; null: hidden
   */
  public record Topic(String key, @Nullable Long questions, @Nullable Long percent) {

    static final java.util.Comparator<Topic> MOST_FIRST =
        java.util.Comparator.comparingLong(
                (Topic topic) -> topic.questions() == null ? -1 : topic.questions())
            .reversed()
            .thenComparing(Topic::key);
  }

  /** Milliseconds; over several days the median of the days. */
  public record Latency(
      String channel,
      @Nullable Long firstSentenceP50,
      @Nullable Long firstSentenceP95,
      @Nullable Long totalP50,
      @Nullable Long totalP95) {

    boolean nothing() {
      return firstSentenceP50 == null && totalP50 == null;
    }
  }

  /**
   * How long visitors stayed, in milliseconds; over several days the median of the days.
   *
   * @param median on the web of the time in which the page was seen and used, at a kiosk of that
   *     from the first touch to the last
   */
  public record Stay(String channel, long median, long p75) {}
}
