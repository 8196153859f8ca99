package org.kepu.assistant.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kepu.assistant.activity.Activity;
import org.kepu.assistant.ledger.Entry;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Grade;
import org.kepu.assistant.ledger.Kind;
import org.kepu.assistant.ledger.Totals;
import org.kepu.assistant.reach.figures.Period;
import org.kepu.assistant.report.ReachReport.Chart;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.ReachReport.Table;

/** What units reported, by programme, unit, venue and activity. */
final class Reported {

  private static final int MOST_ACTIVITIES = 30;

  private final Material material;
  private final Period period;
  private final List<Entry> entries;

  Reported(Material material) {
    this.material = material;
    this.period = material.span().period();
    this.entries = material.entries(period);
  }

  Section section() {
    return new Section(
        "reported",
        "项目、单位与活动",
        List.of(
            "本节是各单位填报的数，照录不隐。同一活动分属几个单位、项目或场馆的，在各处分别计入，所以各行之和可以大于总量。",
            "活动持续几天算一项；几个单位合办的，全院算一项，各单位各算一项。",
            "活动表只列线下、线上人次合计最多的 %d 项。%s".formatted(MOST_ACTIVITIES, withoutFigures())),
        List.of(
            by(
                "programmes",
                "按项目",
                "项目",
                entry -> List.of(material.held().programmeOf(entry)),
                UnaryOperator.identity(),
                "未归入项目"),
            by(
                "units",
                "按填报单位",
                "单位",
                entry -> orOne(Activity.units(entry.unit())),
                UnaryOperator.identity(),
                "未写明单位"),
            by(
                "reported-venues",
                "按活动所在场馆",
                "场馆",
                entry -> List.of(entry.venue()),
                material.names()::venue,
                "院外或多处"),
            activities()));
  }

  private Table by(
      String id,
      String title,
      String column,
      Function<Entry, List<String>> of,
      UnaryOperator<String> name,
      String none) {
    SortedMap<String, List<Entry>> groups = groups(of);
    Tables table =
        Tables.of(id, title, column, "活动（项）", "R2 线下人次", "R3 线上人次", "R4 传播量", "图书（种）", "产品（项）")
            .chart(Chart.Kind.BAR, 2, 3);
    groups.forEach(
        (key, group) -> {
          Totals totals = totals(group);
          if (!nothing(totals)) {
            table.row(
                key.isEmpty() ? none : name.apply(key),
                Cell.count(totals.activities()),
                Cell.count(totals.offline()),
                Cell.count(totals.online()),
                Cell.count(totals.media()),
                Cell.count(totals.books()),
                Cell.count(totals.products()));
          }
        });
    return table.table();
  }

  private Totals totals(List<Entry> group) {
    return Totals.of(group, period.from(), period.to(), material.locks().earlierDefinitions());
  }

  private static boolean nothing(Totals totals) {
    return totals.activities() + totals.media() + totals.books() + totals.products() == 0;
  }

  private static List<String> orOne(List<String> units) {
    return units.isEmpty() ? List.of("") : units;
  }

  /** What somebody planned and nobody reported is not held yet, as far as anybody can prove. */
  private String withoutFigures() {
    Set<String> reported = entries.stream().map(Entry::item).collect(Collectors.toSet());
    long missing =
        material.held().within(period).stream().filter(it -> !reported.contains(it.id())).count();
    return missing == 0 ? "" : "另有 %d 项已登记、尚未填报人次，不计入。".formatted(missing);
  }

  private Table activities() {
    Tables table =
        Tables.of("activities", "活动", "活动", "编号", "项目", "单位", "日期", "R2 线下人次", "R3 线上人次");
    List<Counted> activities = new ArrayList<>();
    groups(entry -> List.of(entry.item()))
        .forEach(
            (item, group) -> {
              Entry last = group.getLast();
              if (last.kind() == Kind.OFFLINE || last.kind() == Kind.ONLINE) {
                Totals totals = totals(group);
                if (totals.activities() > 0) {
                  activities.add(new Counted(last, totals));
                }
              }
            });
    activities.stream()
        .sorted(Counted.LARGEST_FIRST)
        .limit(MOST_ACTIVITIES)
        .forEach(
            activity ->
                table.row(
                    name(activity.entry()),
                    Cell.text(activity.entry().item()),
                    Cell.text(orNone(material.held().programmeOf(activity.entry()))),
                    Cell.text(orNone(activity.entry().unit())),
                    Cell.text(days(activity.entry())),
                    Cell.count(activity.totals().offline()),
                    Cell.count(activity.totals().online())));
    return table.table();
  }

  private String name(Entry entry) {
    return material.held().activity(entry.item()).map(Activity::name).orElse(entry.title());
  }

  private String days(Entry entry) {
    return material
        .held()
        .activity(entry.item())
        .filter(it -> !it.first().equals(it.last()))
        .map(it -> it.first() + " 至 " + it.last())
        .orElse(entry.day().toString());
  }

  private static String orNone(String text) {
    return text.isEmpty() ? Cell.NONE : text;
  }

  private SortedMap<String, List<Entry>> groups(Function<Entry, List<String>> of) {
    SortedMap<String, List<Entry>> groups = new TreeMap<>();
    entries.forEach(
        entry ->
            of.apply(entry)
                .forEach(
                    group -> groups.computeIfAbsent(group, key -> new ArrayList<>()).add(entry)));
    return groups;
  }

  /** R1 to R3 by how well they are proven. */
  Section evidence() {
    Map<Grade, Long> grades =
        new TreeMap<>(material.reach(material.span()).totals().amountByGrade());
    grades.put(Grade.A, material.reach(material.span()).visits());
    long all = grades.values().stream().mapToLong(Long::longValue).sum();
    Tables table = Tables.of("grades", "人次的证据等级", "等级", "含义", "人次（R1＋R2＋R3）", "占比");
    for (Grade grade : Grade.values()) {
      long amount = grades.getOrDefault(grade, 0L);
      table.row(
          grade.name(),
          Cell.text(meaning(grade)),
          Cell.count(amount),
          Cell.share(all == 0 ? null : (double) amount / all));
    }
    return new Section(
        "evidence",
        "证据等级",
        List.of(
            "占比以 R1、R2、R3 三本账的人次为分母，未扣重合，只用来说明证据的构成。",
            "证据文件存于本系统，不随报告附送；摘要（SHA-256）可用来核对文件是否原件。按制表时的状态列出，不在月度锁定之列。"),
        List.of(table.chart(Chart.Kind.BAR, 2).table(), files()));
  }

  /** What proves the entries of grades C and D, with the files that were handed in. */
  private Table files() {
    Tables table = Tables.of("evidence-files", "C、D 级数据的证据", "证据", "等级", "条数", "文件", "摘要（SHA-256）");
    Map<String, List<EvidenceFiles.Filed>> filed =
        material.evidence().all().stream()
            .collect(Collectors.groupingBy(EvidenceFiles.Filed::evidence));
    SortedMap<String, List<Entry>> cited = new TreeMap<>();
    entries.stream()
        .filter(entry -> entry.grade().compareTo(Grade.B) > 0)
        .filter(entry -> !entry.day().isBefore(period.from()))
        .forEach(
            entry -> cited.computeIfAbsent(entry.evidence(), key -> new ArrayList<>()).add(entry));
    cited.forEach(
        (evidence, proven) -> {
          String grades =
              proven.stream()
                  .map(entry -> entry.grade().name())
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining("、"));
          List<EvidenceFiles.Filed> files = filed.getOrDefault(evidence, List.of());
          table.row(
              evidence,
              Cell.text(grades),
              Cell.count(proven.size()),
              Cell.text(joined(files, EvidenceFiles.Filed::fileName, "未上传")),
              Cell.text(joined(files, EvidenceFiles.Filed::sha256, Cell.NONE)));
        });
    return table.table();
  }

  private static String joined(
      List<EvidenceFiles.Filed> files, Function<EvidenceFiles.Filed, String> of, String none) {
    return files.isEmpty() ? none : files.stream().map(of).collect(Collectors.joining("；"));
  }

  private static String meaning(Grade grade) {
    return switch (grade) {
      case A -> "本系统实测";
      case B -> "闸机、票务导入";
      case C -> "人工计数，有附件";
      case D -> "第三方平台截图";
    };
  }

  private record Counted(Entry entry, Totals totals) {

    static final Comparator<Counted> LARGEST_FIRST =
        Comparator.comparingLong(
                (Counted activity) -> activity.totals().offline() + activity.totals().online())
            .reversed()
            .thenComparing(activity -> activity.entry().item());
  }
}
