package org.kepu.assistant.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.Interval;
import org.kepu.assistant.reach.figures.Summary;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;
import org.kepu.assistant.report.SmallCells.Amount;

/** How well and how fast questions were answered. */
final class Quality {

  private static final double MILLIS = 1000;

  private final Material material;

  Quality(Material material) {
    this.material = material;
  }

  Section section() {
    List<Table> tables = new ArrayList<>(List.of(rates(), turnedAway()));
    if (material.ofAll()) {
      tables.add(latencies());
    }
    return new Section(
        "quality",
        "质量与响应时间",
        List.of(
            "比率的 95%% 置信区间按 Wilson 法计算；满意度不足 %d 票不显示。".formatted(Summary.LEAST_VOTES),
            "响应时间和停留时间是各天数值的中位数；各天、各渠道不能相加。"),
        tables);
  }

  private Table rates() {
    List<String> columns = new ArrayList<>(List.of("指标", "数值", "95% 区间下限", "95% 区间上限", "样本数"));
    material.spanNames().stream().skip(1).forEach(columns::add);
    Tables table = Tables.of("rates", "回答质量", columns);
    rate(table, "有答率", Quality::answered);
    rate(table, "有据率", counts -> interval(counts.of(Measure.GROUNDED), counts.of(Measure.ANSWER)));
    rate(
        table,
        "查无依据率",
        counts ->
            interval(
                counts.questions(Measure.ANSWERABLE, Outcome.NO_SOURCE),
                counts.questions(Measure.ANSWERABLE)));
    rate(table, "满意度", Quality::satisfaction);
    rate(
        table,
        "评价率（有评价的回答占比）",
        counts ->
            interval(
                counts.of(Measure.VOTE_UP) + counts.of(Measure.VOTE_DOWN),
                counts.of(Measure.ANSWER)));
    return table.table();
  }

  private static @Nullable Interval answered(Counts counts) {
    return interval(
        counts.questions(Measure.ANSWERABLE, Outcome.ANSWERED)
            + counts.questions(Measure.ANSWERABLE, Outcome.PARTIAL),
        counts.questions(Measure.ANSWERABLE)
            - counts.questions(Measure.ANSWERABLE, Outcome.CLARIFIED));
  }

  private static @Nullable Interval satisfaction(Counts counts) {
    long up = counts.of(Measure.VOTE_UP);
    long votes = up + counts.of(Measure.VOTE_DOWN);
    return votes < Summary.LEAST_VOTES ? null : interval(up, votes);
  }

  private static @Nullable Interval interval(long part, long whole) {
    return whole == 0 ? null : Interval.wilson(Math.min(part, whole), whole);
  }

  private void rate(Tables table, String name, Function<Counts, @Nullable Interval> of) {
    Interval now = of.apply(counts(material.span()));
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.share(now == null ? null : now.share()));
    cells.add(Cell.share(now == null ? null : now.lower()));
    cells.add(Cell.share(now == null ? null : now.upper()));
    cells.add(now == null ? Cell.none() : Cell.count(now.n()));
    for (Span other : material.compared()) {
      Interval then = of.apply(counts(other));
      cells.add(Cell.share(then == null ? null : then.share()));
    }
    table.row(name, cells);
  }

  private Counts counts(Span span) {
    return new Counts(material.sums(span, Dimension.OUTCOME));
  }

  /** How many questions were turned away, or met with help; small numbers are hidden. */
  private Table turnedAway() {
    List<String> columns = new ArrayList<>(List.of("提问"));
    columns.addAll(material.spanNames());
    Tables table = Tables.of("turned-away", "婉拒与险情求助（个）", columns);
    turnedAway(table, "婉拒：内容不当，没有回答", Outcome.REFUSED);
    turnedAway(table, "险情求助：给出求助办法", Outcome.CRISIS);
    return table.table();
  }

  private void turnedAway(Tables table, String name, Outcome outcome) {
    SmallCells cells =
        new SmallCells(
            period ->
                new TreeMap<>(
                    Map.of(
                        outcome.code(),
                        Material.questions(
                            material
                                .sums(period, Dimension.OUTCOME)
                                .getOrDefault(outcome.code(), Map.of())))));
    List<Span> spans = new ArrayList<>(List.of(material.span()));
    spans.addAll(material.compared());
    table.row(
        name,
        spans.stream()
            .map(span -> cells.of(span).getOrDefault(outcome.code(), Amount.NOTHING).cell())
            .toList());
  }

  private Table latencies() {
    Tables table =
        Tables.of(
            "latencies",
            "响应时间（毫秒）与停留时间（秒）",
            "渠道",
            "第一句话·中位数",
            "第一句话·95% 以内",
            "全部答完·中位数",
            "全部答完·95% 以内",
            "停留·中位数",
            "停留·75% 以内");
    SortedMap<String, Map<Measure, Long>> medians = material.medians();
    medians.forEach(
        (channel, values) ->
            table.row(
                Names.channel(channel),
                millis(values, Measure.FIRST_SENTENCE_P50),
                millis(values, Measure.FIRST_SENTENCE_P95),
                millis(values, Measure.TOTAL_P50),
                millis(values, Measure.TOTAL_P95),
                seconds(values, Measure.DWELL_MEDIAN),
                seconds(values, Measure.DWELL_P75)));
    return table.table();
  }

  private static Cell millis(Map<Measure, Long> values, Measure measure) {
    Long value = values.get(measure);
    return value == null ? Cell.none() : Cell.count(value);
  }

  private static Cell seconds(Map<Measure, Long> values, Measure measure) {
    Long value = values.get(measure);
    return Cell.decimal(value == null ? null : value / MILLIS);
  }

  private record Counts(SortedMap<String, Map<Measure, Long>> byOutcome) {

    long of(Measure measure) {
      return byOutcome.values().stream()
          .mapToLong(amounts -> Material.amount(amounts, measure))
          .sum();
    }

    long questions(Measure measure) {
      return Math.round((double) of(measure) / Count.WHOLE);
    }

    long questions(Measure measure, Outcome outcome) {
      long shares = Material.amount(byOutcome.getOrDefault(outcome.code(), Map.of()), measure);
      return Math.round((double) shares / Count.WHOLE);
    }
  }
}
