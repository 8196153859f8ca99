package org.kepu.assistant.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.reach.figures.Summary;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/** The ledgers side by side, compared with the spans before. */
final class MainFigures {

  private final Material material;

  MainFigures(Material material) {
    this.material = material;
  }

  Section section() {
    List<String> notes = new ArrayList<>();
    notes.add("四本账来源不同，分别列示，不相加；R4 传播量与人次并列，不计入科普服务公众人次。");
    if (!material.ofAll()) {
      notes.add("本报告限所列场馆；线下、线上、传播、图书和产品由全院汇总填报，不在其中。");
    }
    return new Section("main", "主要结果", notes, List.of(table()));
  }

  private Table table() {
    Tables table = Tables.of("totals", "总量与对比", columns());
    if (material.ofAll()) {
      reach(table, "科普服务公众人次（R1＋R2＋R3－重合）", Reach.View::served);
      reach(table, "R1 平台服务人次", Reach.View::visits);
      reach(table, "R2 线下参加人次", view -> view.totals().offline());
      reach(table, "R3 线上参加人次", view -> view.totals().online());
      reach(table, "重合（已从科普服务公众人次中扣除）", Reach.View::overlap);
      reach(table, "R4 传播量（次）", view -> view.totals().media());
      reach(table, "活动（项）", view -> view.totals().activities());
      reach(table, "图书（种）", view -> view.totals().books());
      reach(table, "产品（项）", view -> view.totals().products());
    } else {
      summary(table, "R1 平台服务人次", Summary::visits);
    }
    summary(table, "提问（个）", Summary::questions);
    summary(table, "访客（网页端，日累计）", Summary::visitorDays);
    return table.table();
  }

  private List<String> columns() {
    return material.span().isYear()
        ? List.of("指标", "本年", "上年", "同比")
        : List.of("指标", "本月", "上月", "环比", "去年同月", "同比");
  }

  private void reach(Tables table, String name, ToLongFunction<Reach.View> of) {
    row(table, name, span -> of.applyAsLong(material.reach(span)));
  }

  private void summary(Tables table, String name, Function<Summary, @Nullable Long> of) {
    row(table, name, span -> of.apply(material.summary(span)));
  }

  /** A row; null is a figure that does not apply. */
  private void row(Tables table, String name, Function<Span, @Nullable Long> of) {
    Long now = of.apply(material.span());
    List<Cell> cells = new ArrayList<>();
    cells.add(cell(now));
    for (Span other : material.compared()) {
      Long then = of.apply(other);
      cells.add(cell(then));
      cells.add(now == null || then == null ? Cell.none() : Cell.change(now, then));
    }
    table.row(name, cells);
  }

  private static Cell cell(@Nullable Long count) {
    return count == null ? Cell.text(Cell.NOT_APPLICABLE) : Cell.count(count);
  }
}
