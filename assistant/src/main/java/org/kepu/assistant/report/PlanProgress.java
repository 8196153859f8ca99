package org.kepu.assistant.report;

import java.util.List;
import org.kepu.assistant.ledger.Plan;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.report.ReachReport.Section;

/** How far the plans had come at the end of the span. */
final class PlanProgress {

  private final Material material;

  PlanProgress(Material material) {
    this.material = material;
  }

  Section section() {
    Tables table = Tables.of("plans", "计划进度（累计）", "计划与指标", "目标", "完成", "完成率", "时间进度", "与匀速进度相差");
    for (Reach.Standing standing : material.reach().standings(material.lastDay())) {
      if (!standing.plan().first().isAfter(material.lastDay())) {
        rows(table, standing);
      }
    }
    return new Section(
        "plans",
        "计划进度",
        List.of(
            "完成数自计划开始日累计到%s；匀速进度为均分参考，不是考核要求。"
                .formatted(material.span().over(material.today()) ? "报告期末" : "制表日"),
            "已结束的计划与执行中的计划分别标明。"),
        List.of(table.table()));
  }

  private static void rows(Tables table, Reach.Standing standing) {
    row(table, standing, "活动（项）", standing.activities());
    row(table, standing, "图书（种）", standing.books());
    row(table, standing, "产品（项）", standing.products());
    row(table, standing, "科普服务公众人次", standing.visits());
  }

  private static void row(
      Tables table, Reach.Standing standing, String target, Plan.Progress progress) {
    if (progress.target() > 0) {
      table.row(
          "%s%s·%s".formatted(standing.plan().name(), standing.over() ? "（已结束）" : "（执行中）", target),
          Cell.count(progress.target()),
          Cell.count(progress.actual()),
          Cell.share(progress.share()),
          Cell.share(standing.elapsed()),
          Cell.count(Math.round(progress.gap())));
    }
  }
}
