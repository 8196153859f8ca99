package org.kepu.assistant.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.Report;
import org.kepu.assistant.correction.TicketState;
import org.kepu.assistant.report.ReachReport.Section;

/** What visitors said is wrong, and how long it took to see to it. */
final class Handling {

  private static final double SECONDS_PER_HOUR = 3600;

  private final Material material;
  private final Corrections corrections;

  Handling(Material material, Corrections corrections) {
    this.material = material;
    this.corrections = corrections;
  }

  Section section() {
    List<String> columns = new ArrayList<>(List.of("指标"));
    columns.addAll(material.spanNames());
    List<Span> spans = new ArrayList<>(List.of(material.span()));
    spans.addAll(material.compared());
    List<Handled> handled = spans.stream().map(this::handled).toList();
    Tables table = Tables.of("corrections", "观众纠错与投诉", columns);
    row(table, "收到纠错（件）", handled, it -> Cell.count(it.filed()));
    row(table, "办结：已更正（件）", handled, it -> Cell.count(it.closed(TicketState.CORRECTED)));
    row(table, "办结：维持原文（件）", handled, it -> Cell.count(it.closed(TicketState.DECLINED)));
    row(table, "本期收到、尚未办结（件）", handled, it -> Cell.count(it.open()));
    row(table, "办理用时中位数（小时）", handled, it -> Cell.decimal(it.median()));
    row(table, "办理用时最长（小时）", handled, it -> Cell.decimal(it.longest()));
    row(table, "投诉（件）", handled, it -> Cell.text("未单设渠道"));
    return new Section(
        "corrections",
        "纠错与投诉",
        List.of(
            "观众认为答错的，由“报告有误”提交，编辑核实后答复。办理用时自收到至办结。", "投诉没有单设渠道，与纠错一并受理。", "本节按制表时的状态统计，不在月度锁定之列。"),
        List.of(table.table()));
  }

  private static void row(
      Tables table, String name, List<Handled> spans, Function<Handled, Cell> of) {
    table.row(name, spans.stream().map(of).toList());
  }

  private Handled handled(Span span) {
    Instant from = span.first().atDay(1).atStartOfDay(Material.ACADEMY).toInstant();
    Instant to = span.last().plusMonths(1).atDay(1).atStartOfDay(Material.ACADEMY).toInstant();
    List<Report> reports = corrections.within(from, to).stream().filter(this::concerns).toList();
    return new Handled(from, to, reports);
  }

  private boolean concerns(Report report) {
    String venue = report.venue();
    return material.ofAll() || (venue != null && material.venues().contains(venue));
  }

  /** The reports that were filed or last changed between two moments. */
  private record Handled(Instant from, Instant to, List<Report> reports) {

    long filed() {
      return reports.stream().filter(report -> within(report.ticket().filedAt())).count();
    }

    long open() {
      return reports.stream()
          .filter(report -> within(report.ticket().filedAt()))
          .filter(report -> report.ticket().state().open())
          .count();
    }

    long closed(TicketState state) {
      return closed().stream().filter(report -> report.ticket().state() == state).count();
    }

    private List<Report> closed() {
      return reports.stream()
          .filter(report -> !report.ticket().state().open())
          .filter(report -> within(report.ticket().changedAt()))
          .toList();
    }

    private List<Double> hours() {
      return closed().stream()
          .map(report -> Duration.between(report.ticket().filedAt(), report.ticket().changedAt()))
          .sorted()
          .map(time -> time.toSeconds() / SECONDS_PER_HOUR)
          .toList();
    }

    @Nullable Double median() {
      List<Double> hours = hours();
      return hours.isEmpty() ? null : hours.get((hours.size() - 1) / 2);
    }

    @Nullable Double longest() {
      List<Double> hours = hours();
      return hours.isEmpty() ? null : hours.getLast();
    }

    private boolean within(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }
}
