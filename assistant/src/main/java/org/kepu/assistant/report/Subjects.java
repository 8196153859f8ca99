package org.kepu.assistant.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kepu.assistant.gap.Gap;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.Suppression;
import org.kepu.assistant.report.ReachReport.Chart;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/** What was asked about, and what was asked in vain. */
final class Subjects {

  private static final int MOST_GAPS = 100_000;
  private static final Duration LONG = Duration.ofDays(30);

  private final Material material;
  private final Gaps gaps;

  Subjects(Material material, Gaps gaps) {
    this.material = material;
    this.gaps = gaps;
  }

  Section section() {
    return new Section(
        "topics",
        "主题与待补内容",
        List.of(
            "一个提问的权重由它涉及的主题平分。提问数取整到十，占比按取整后的数计算；不足 10 的隐去。",
            "报告不载提问原文：原文最多保存 30 天，报告要长期存档。待补内容的问法请在管理页“待补内容”中查看。",
            "待补内容按制表时的状态统计，不在月度锁定之列。"),
        List.of(
            topics("topics", "提问最多的主题", material.sums(material.span(), Dimension.TOPIC)),
            topics("unanswered", "没有可靠依据可答的主题", material.withoutSource(material.span())),
            gaps()));
  }

  private Table topics(String id, String title, SortedMap<String, Map<Measure, Long>> sums) {
    List<String> keys = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    sums.forEach(
        (key, of) -> {
          if (Material.amount(of, Measure.QUESTION) > 0) {
            keys.add(key);
            amounts.add(Math.max(1, Material.questions(of)));
          }
        });
    List<Boolean> hidden = Suppression.hidden(amounts);
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      topics.add(
          new Topic(
              material.names().topic(keys.get(i)),
              hidden.get(i) ? -1 : Suppression.rounded(amounts.get(i))));
    }
    topics.sort(Topic.MOST_FIRST);
    long all = topics.stream().mapToLong(topic -> Math.max(0, topic.questions())).sum();
    Tables table = Tables.of(id, title, "主题", "提问（取整到十）", "占比").chart(Chart.Kind.BAR, 1);
    for (Topic topic : topics) {
      if (topic.questions() < 0) {
        table.row(topic.name(), Cell.text(Cell.HIDDEN), Cell.text(Cell.HIDDEN));
      } else {
        table.row(
            topic.name(),
            Cell.count(topic.questions()),
            Cell.share((double) topic.questions() / all));
      }
    }
    return table.table();
  }

  private Table gaps() {
    List<Gap> all =
        Stream.of(true, false)
            .flatMap(open -> gaps.list(open, material.venues(), MOST_GAPS).stream())
            .toList();
    Tables table = Tables.of("gaps", "待补内容（意思相同的提问归为一条）", gapColumns());
    List<Span> spans = new ArrayList<>(List.of(material.span()));
    spans.addAll(material.compared());
    row(table, "新出现", all, spans, span -> gap -> within(span, gap.firstAt()));
    row(
        table,
        "关闭：补充内容后试答成功",
        all,
        spans,
        span -> gap -> closed(span, gap) && Gap.BY_REPLAY.equals(gap.closedBy()));
    row(
        table,
        "关闭：人工",
        all,
        spans,
        span -> gap -> closed(span, gap) && !Gap.BY_REPLAY.equals(gap.closedBy()));
    row(table, "期末仍未解决", all, spans, span -> gap -> openAt(end(span), gap));
    row(
        table,
        "其中超过 30 天",
        all,
        spans,
        span ->
            gap ->
                openAt(end(span), gap)
                    && Duration.between(gap.firstAt(), end(span)).compareTo(LONG) > 0);
    return table.table();
  }

  private List<String> gapColumns() {
    List<String> columns = new ArrayList<>(List.of("条数"));
    columns.addAll(material.spanNames());
    return columns;
  }

  private static void row(
      Tables table,
      String name,
      List<Gap> gaps,
      List<Span> spans,
      Function<Span, Predicate<Gap>> of) {
    table.row(
        name,
        spans.stream()
            .map(span -> Cell.count(gaps.stream().filter(of.apply(span)).count()))
            .toList());
  }

  private Instant end(Span span) {
    LocalDate last = span.period().to();
    LocalDate shown = last.isAfter(material.today()) ? material.today() : last;
    return shown.plusDays(1).atStartOfDay(Material.ACADEMY).toInstant();
  }

  private static boolean within(Span span, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Material.ACADEMY);
    return !day.isBefore(span.period().from()) && !day.isAfter(span.period().to());
  }

  private static boolean closed(Span span, Gap gap) {
    Instant at = gap.closedAt();
    return at != null && within(span, at);
  }

  private static boolean openAt(Instant end, Gap gap) {
    Instant closed = gap.closedAt();
    return gap.firstAt().isBefore(end) && (closed == null || !closed.isBefore(end));
  }

  private record Topic(String name, long questions) {

    static final Comparator<Topic> MOST_FIRST =
        Comparator.comparingLong(Topic::questions).reversed().thenComparing(Topic::name);
  }
}
