package org.kepu.assistant.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.lock.Adjustment;
import org.kepu.assistant.report.lock.Headline;
import org.kepu.assistant.report.lock.Lock;
import org.kepu.assistant.report.lock.LockKeeper;

/** Which months are locked, and what came to light after that. */
final class LockState {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int SHOWN_OF_HASH = 16;

  private final Material material;
  private final Map<YearMonth, Lock> locks;

  LockState(Material material) {
    this.material = material;
    this.locks =
        material.locks().all().stream().collect(Collectors.toMap(Lock::month, Function.identity()));
  }

  /** In a line, for the head of the report. */
  String inALine() {
    List<YearMonth> months = material.span().months();
    long locked = months.stream().filter(locks::containsKey).count();
    if (locked == months.size()) {
      return material.span().isYear() ? "各月均已锁定" : "本月已锁定";
    }
    String rest = material.span().over(material.today()) ? "" : "；报告期未满，截至制表日";
    return locked == 0 ? "未锁定，补录后数字会变" + rest : "已锁定 %d 个月，其余各月补录后数字会变%s".formatted(locked, rest);
  }

  Section section() {
    return new Section(
        "locks",
        "锁定与调整",
        List.of(
            "月末锁定当月数字，并计算摘要（SHA-256）；每月的摘要包含上月的摘要，前后相连，改动可查。",
            "已锁定的月份一律列锁定时的数。锁定后重算不同的，另列调整分录，写明时间和原因，不改锁定数，也不并入本报告各表。"),
        List.of(lockTable(), adjustments()));
  }

  private ReachReport.Table lockTable() {
    Tables table = Tables.of("locks", "各月锁定情况", "月份", "状态", "锁定时间", "经办", "校验", "摘要（前 16 位）");
    for (YearMonth month : material.span().months()) {
      Optional<Lock> lock = Optional.ofNullable(locks.get(month));
      table.row(
          month.toString(),
          Cell.text(lock.isPresent() ? "已锁定" : "未锁定"),
          Cell.text(lock.map(it -> minute(it.lockedAt())).orElse(Cell.NONE)),
          Cell.text(lock.map(it -> account(it.by())).orElse(Cell.NONE)),
          Cell.text(lock.isEmpty() ? Cell.NONE : whole(month) ? "相符" : "不符，请核查"),
          Cell.text(lock.map(it -> it.hash().substring(0, SHOWN_OF_HASH)).orElse(Cell.NONE)));
    }
    return table.table();
  }

  private boolean whole(YearMonth month) {
    return LockKeeper.whole(material.locks(), month);
  }

  private ReachReport.Table adjustments() {
    Tables table = Tables.of("adjustments", "调整分录", "月份与指标", "原数", "现数", "调整", "发现时间", "经办", "原因");
    List<YearMonth> months = material.span().months();
    for (Adjustment adjustment : material.locks().adjustments()) {
      if (months.contains(adjustment.month())) {
        table.row(
            adjustment.month() + " " + name(adjustment.figure()),
            Cell.count(adjustment.before()),
            Cell.count(adjustment.now()),
            Cell.count(adjustment.now() - adjustment.before()),
            Cell.text(minute(adjustment.foundAt())),
            Cell.text(account(adjustment.by())),
            Cell.text(adjustment.reason()));
      }
    }
    return table.table();
  }

  private static String account(String name) {
    return name.equals(Lock.BY_ITSELF) ? "系统" : name;
  }

  private static String minute(Instant at) {
    return LocalDateTime.ofInstant(at, Material.ACADEMY).format(MINUTE);
  }

  private static String name(Headline figure) {
    return switch (figure) {
      case VISITS -> "R1 平台服务人次";
      case OFFLINE -> "R2 线下参加人次";
      case ONLINE -> "R3 线上参加人次";
      case MEDIA -> "R4 传播量";
      case OVERLAP -> "重合";
      case SERVED -> "科普服务公众人次";
      case ACTIVITIES -> "活动";
      case BOOKS -> "图书";
      case PRODUCTS -> "产品";
      case QUESTIONS -> "提问";
      case DETAILS -> "分项明细（不同的行数）";
    };
  }
}
