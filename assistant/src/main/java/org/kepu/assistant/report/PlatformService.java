package org.kepu.assistant.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.kepu.assistant.reach.count.Measure;
import org.kepu.assistant.reach.figures.Dimension;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.reach.figures.Suppression;
import org.kepu.assistant.report.ReachReport.Chart;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;
import org.kepu.assistant.report.SmallCells.Amount;

/** R1 and the questions, by what they are divided by. */
final class PlatformService {

  private final Material material;

  PlatformService(Material material) {
    this.material = material;
  }

  Section section() {
    return new Section(
        "service",
        "平台服务",
        List.of(
            "不足 10 的数隐去；若能由合计或其他月份、年份的报告反推，相邻的数也一并隐去。",
            "对象是访客自己选定的模式，不推断年龄；未选择的单列。",
            "活动、项目和地区往往与场馆、渠道是同一批人次，所以取整到十，由它们推不出别处隐去的数。",
            "地区以城市为限：展厅终端按所在场馆计，线下活动按举办地计；服务不取用访客的位置，其余列为“未知”。"),
        List.of(
            material.span().isYear() ? months() : days(),
            divided("channels", "按渠道", "渠道", Dimension.CHANNEL, Names::channel),
            divided("venues", "按场馆", "场馆", Dimension.VENUE, material.names()::venue),
            divided("audiences", "按对象（儿童、长者等模式的使用）", "对象", Dimension.AUDIENCE, Names::audience),
            hours(),
            inTens(
                "service-activities",
                "按活动",
                "活动",
                Dimension.ACTIVITY,
                material.held()::activityName),
            inTens(
                "service-programmes",
                "按项目",
                "项目",
                Dimension.PROGRAMME,
                material.held()::programmeName),
            inTens("regions", "按地区", "地区", Dimension.REGION, Names::region)));
  }

  private Table days() {
    Tables table = Tables.of("days", "每日服务人次与提问", "日期", "服务人次", "提问").chart(Chart.Kind.LINE, 1, 2);
    SortedMap<String, Map<Measure, Long>> sums = material.sums(material.span(), Dimension.DAY);
    LocalDate last = material.lastDay();
    for (LocalDate day = material.span().period().from();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Map<Measure, Long> amounts = sums.getOrDefault(day.toString(), Map.of());
      table.row(
          "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth()),
          Cell.count(Material.amount(amounts, Measure.VISIT)),
          Cell.count(Material.questions(amounts)));
    }
    return table.table();
  }

  private Table months() {
    Tables table =
        Tables.of("months", "每月服务人次与提问", "月份", "服务人次", "提问").chart(Chart.Kind.LINE, 1, 2);
    for (YearMonth month : material.span().months()) {
      if (!month.atDay(1).isAfter(material.lastDay())) {
        Period period = Span.of(month).period();
        long visits = 0;
        long shares = 0;
        for (Map<Measure, Long> amounts : material.sums(period, Dimension.OUTCOME).values()) {
          visits += Material.amount(amounts, Measure.VISIT);
          shares += Material.amount(amounts, Measure.QUESTION);
        }
        table.row(
            month.getMonthValue() + "月",
            Cell.count(visits),
            Cell.count(Material.questions(Map.of(Measure.QUESTION, shares))));
      }
    }
    return table.table();
  }

  /**
   * Visits, their share and questions of this span, and the visits of those it is compared with.
   */
  private Table divided(
      String id, String title, String name, Dimension dimension, UnaryOperator<String> nameOf) {
    List<String> columns = new ArrayList<>(List.of(name, "服务人次", "占比", "提问"));
    material.spanNames().stream().skip(1).forEach(span -> columns.add(span + "人次"));
    Tables table = Tables.of(id, title, columns).chart(Chart.Kind.BAR, 1);
    SmallCells visits = material.visits(dimension);
    SortedMap<String, Amount> now = visits.of(material.span());
    SortedMap<String, Amount> asked = material.questions(dimension).of(material.span());
    List<SortedMap<String, Amount>> then = material.compared().stream().map(visits::of).toList();
    long all = now.values().stream().mapToLong(Amount::value).sum();
    SortedSet<String> keys = new TreeSet<>(FigureStore.ORDER);
    keys.addAll(now.keySet());
    keys.addAll(asked.keySet());
    then.forEach(span -> keys.addAll(span.keySet()));
    for (String key : keys) {
      Amount amount = now.getOrDefault(key, Amount.NOTHING);
      List<Cell> cells = new ArrayList<>();
      cells.add(amount.cell());
      cells.add(share(amount, all));
      cells.add(asked.getOrDefault(key, Amount.NOTHING).cell());
      then.forEach(span -> cells.add(span.getOrDefault(key, Amount.NOTHING).cell()));
      table.row(nameOf.apply(key), cells);
    }
    return table.table();
  }

  /** Visits and questions of this span in tens, and the visits of those it is compared with. */
  private Table inTens(
      String id, String title, String name, Dimension dimension, UnaryOperator<String> nameOf) {
    List<String> columns = new ArrayList<>(List.of(name, "服务人次（取整到十）", "提问（取整到十）"));
    material.spanNames().stream().skip(1).forEach(span -> columns.add(span + "人次"));
    Tables table = Tables.of(id, title, columns).chart(Chart.Kind.BAR, 1);
    SmallCells visits = material.visits(dimension);
    SortedMap<String, Amount> now = visits.of(material.span());
    SortedMap<String, Amount> asked = material.questions(dimension).of(material.span());
    List<SortedMap<String, Amount>> then = material.compared().stream().map(visits::of).toList();
    SortedSet<String> keys = new TreeSet<>(FigureStore.ORDER);
    keys.addAll(now.keySet());
    keys.addAll(asked.keySet());
    then.forEach(span -> keys.addAll(span.keySet()));
    for (String key : keys) {
      List<Cell> cells = new ArrayList<>();
      cells.add(inTens(now.getOrDefault(key, Amount.NOTHING)));
      cells.add(inTens(asked.getOrDefault(key, Amount.NOTHING)));
      then.forEach(span -> cells.add(inTens(span.getOrDefault(key, Amount.NOTHING))));
      table.row(nameOf.apply(key), cells);
    }
    return table.table();
  }

  private static Cell inTens(Amount amount) {
    return amount.hidden() ? amount.cell() : Cell.count(Suppression.rounded(amount.value()));
  }

  private static Cell share(Amount amount, long all) {
    if (amount.hidden()) {
      return Cell.text(Cell.HIDDEN);
    }
    return Cell.share(all == 0 ? null : (double) amount.value() / all);
  }

  private Table hours() {
    Tables table = Tables.of("hours", "一天中的时段", "时段", "服务人次", "提问").chart(Chart.Kind.BAR, 1, 2);
    SortedMap<String, Amount> visits = material.visits(Dimension.HOUR).of(material.span());
    SortedMap<String, Amount> asked = material.questions(Dimension.HOUR).of(material.span());
    SortedSet<String> hours = new TreeSet<>(FigureStore.ORDER);
    hours.addAll(visits.keySet());
    hours.addAll(asked.keySet());
    for (String hour : hours) {
      table.row(
          Names.hour(hour),
          visits.getOrDefault(hour, Amount.NOTHING).cell(),
          asked.getOrDefault(hour, Amount.NOTHING).cell());
    }
    return table.table();
  }
}
