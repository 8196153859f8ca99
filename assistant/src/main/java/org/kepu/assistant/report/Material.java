package org.kepu.assistant.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.reach.count.Cell;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.reach.figures.Summary;
import org.kepu.assistant.report.lock.Locks;

/** What one report is made of, and what it needs to know of it. */
final class Material {

  static final ZoneId ACADEMY = ZoneId.of("Asia/Shanghai");

  private final Span span;
  private final Set<String> venues;
  private final LocalDate today;
  private final FigureStore figures;
  private final Ledgers ledgers;
  private final Reach reach;
  private final Locks locks;
  private final Names names;
  private final Held held;
  private final EvidenceFiles evidence;
  private final Map<Span, Reach.View> reached = new HashMap<>();

  /**
   * The material of a report.
   *
   * @param venues only what belongs to one of them; empty: everything
   * @param figures and {@code ledgers}: as they are locked, where they are
   */
  Material(
      Span span,
      Set<String> venues,
      LocalDate today,
      FigureStore figures,
      Ledgers ledgers,
      Reach reach,
      Locks locks,
      Names names,
      Held held,
      EvidenceFiles evidence) {
    this.span = span;
    this.venues = Set.copyOf(venues);
    this.today = today;
    this.figures = figures;
    this.ledgers = ledgers;
    this.reach = reach;
    this.locks = locks;
    this.names = names;
    this.held = held;
    this.evidence = evidence;
  }

  Span span() {
    return span;
  }

  /** With which spans it is compared: the one before and, of a month, that of the year before. */
  List<Span> compared() {
    return span.isYear() ? List.of(span.before()) : List.of(span.before(), span.yearBefore());
  }

  /** What the spans are called: this one and those it is compared with. */
  List<String> spanNames() {
    return span.isYear() ? List.of("本年", "上年") : List.of("本月", "上月", "去年同月");
  }

  Set<String> venues() {
    return venues;
  }

  /** Whether it is of everything; what units report is left out of others. */
  boolean ofAll() {
    return venues.isEmpty();
  }

  LocalDate today() {
    return today;
  }

  /** Its last day, or today while it is not over. */
  LocalDate lastDay() {
    LocalDate last = span.period().to();
    return today.isBefore(last) ? today : last;
  }

  Names names() {
    return names;
  }

  Held held() {
    return held;
  }

  EvidenceFiles evidence() {
    return evidence;
  }

  Locks locks() {
    return locks;
  }

  Reach reach() {
    return reach;
  }

  Reach.View reach(Span of) {
    return reached.computeIfAbsent(of, it -> reach.of(it.period()));
  }

  List<Entry> entries(Period period) {
    return ledgers.upTo(period.to());
  }

  Summary summary(Span of) {
    return Summary.of(
        sums(of, Dimension.OUTCOME), ofAll() ? Measure.VISITOR : Measure.VISITOR_OF_VENUE);
  }

  SortedMap<String, Map<Measure, Long>> sums(Span of, Dimension dimension) {
    return figures.sums(of.period(), venues, dimension);
  }

  SortedMap<String, Map<Measure, Long>> sums(Period of, Dimension dimension) {
    return figures.sums(of, venues, dimension);
  }

  SortedMap<String, Map<Measure, Long>> withoutSource(Span of) {
    return figures.withoutSource(of.period(), venues);
  }

  SortedMap<String, Map<Measure, Long>> medians() {
    return figures.medians(span.period());
  }

  /** Visits by a dimension, the small cells of which are hidden. */
  SmallCells visits(Dimension dimension) {
    return cells(dimension, amounts -> amount(amounts, Measure.VISIT));
  }

  /** Questions by a dimension, the small cells of which are hidden. */
  SmallCells questions(Dimension dimension) {
    return cells(dimension, Material::questions);
  }

  private SmallCells cells(Dimension dimension, ToLongFunction<Map<Measure, Long>> of) {
    return new SmallCells(
        period -> {
          SortedMap<String, Long> amounts = new TreeMap<>(FigureStore.ORDER);
          sums(period, dimension).forEach((key, sum) -> amounts.put(key, of.applyAsLong(sum)));
          // What belongs to a whole day belongs to no hour.
          amounts.remove(String.valueOf(Cell.WHOLE_DAY));
          return amounts;
        });
  }

  static long amount(Map<Measure, Long> amounts, Measure measure) {
    return amounts.getOrDefault(measure, 0L);
  }

  static long questions(Map<Measure, Long> amounts) {
    return Math.round((double) amount(amounts, Measure.QUESTION) / Count.WHOLE);
  }
}
