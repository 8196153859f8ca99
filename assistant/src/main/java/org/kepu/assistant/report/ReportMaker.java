package org.kepu.assistant.report;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.report.ReachReport.Fact;
import org.kepu.assistant.report.ReachReport.Section;
import org.kepu.assistant.report.lock.LockedFigures;
import org.kepu.assistant.report.lock.LockedLedgers;
import org.kepu.assistant.report.lock.Locks;
import org.kepu.assistant.report.lock.RememberedLocks;

/** Makes reports. Safe for use by several threads. */
public final class ReportMaker {

  /** The visible label. */
  static final String LABEL = "本报告由系统自动汇总生成，数字取自服务日志和各单位填报，使用前请核对。";

  private final FigureStore counted;
  private final Ledgers ledgers;
  private final Activities activities;
  private final EvidenceFiles evidence;
  private final Plans plans;
  private final Locks locks;
  private final Gaps gaps;
  private final Corrections corrections;
  private final Names names;
  private final ReportSettings settings;
  private final InstantSource clock;

  /**
   * A maker.
   *
   * @param counted the figures as they are counted now
   * @param ledgers the ledgers as they are now
   */
  public ReportMaker(
      FigureStore counted,
      Ledgers ledgers,
      Activities activities,
      EvidenceFiles evidence,
      Plans plans,
      Locks locks,
      Gaps gaps,
      Corrections corrections,
      Names names,
      ReportSettings settings,
      InstantSource clock) {
    this.counted = counted;
    this.ledgers = ledgers;
    this.activities = activities;
    this.evidence = evidence;
    this.plans = plans;
    this.locks = locks;
    this.gaps = gaps;
    this.corrections = corrections;
    this.names = names;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The report of a month or a year.
   *
   * @param venues only what belongs to one of them; empty: everything
   */
  public ReachReport of(Span span, Set<String> venues) {
    Material material = material(span, venues);
    return new ReachReport(
        span.toString(),
        "%s科普服务成效%s（%s）"
            .formatted(settings.institution(), span.isYear() ? "年报" : "月报", span.inChinese()),
        heading(material),
        material.today(),
        LABEL,
        sections(material));
  }

  private Material material(Span span, Set<String> venues) {
    Locks read = new RememberedLocks(locks);
    FigureStore lockedFigures = new LockedFigures(counted, read);
    Ledgers lockedLedgers = new LockedLedgers(ledgers, read);
    return new Material(
        span,
        venues,
        LocalDate.ofInstant(clock.instant(), Material.ACADEMY),
        lockedFigures,
        lockedLedgers,
        new Reach(lockedFigures, lockedLedgers, plans, read.earlierDefinitions()),
        read,
        names,
        new Held(activities),
        evidence);
  }

  private List<Fact> heading(Material material) {
    return List.of(
        new Fact("报告单位", settings.institution()),
        new Fact(
            "报告期",
            "%s 至 %s".formatted(material.span().period().from(), material.span().period().to())),
        new Fact("统计范围", names.venues(material.venues())),
        new Fact("口径", ReachReport.DEFINITION),
        new Fact("数据状态", new LockState(material).inALine()),
        new Fact("制表日期", material.today().toString()));
  }

  private List<Section> sections(Material material) {
    List<Section> sections = new ArrayList<>();
    sections.add(new MainFigures(material).section());
    sections.add(new PlatformService(material).section());
    if (material.ofAll()) {
      sections.add(new Reported(material).section());
    }
    sections.add(new Subjects(material, gaps).section());
    sections.add(new Quality(material).section());
    if (material.ofAll()) {
      sections.add(new PlanProgress(material).section());
    }
    sections.add(new Handling(material, corrections).section());
    if (material.ofAll()) {
      sections.add(new Reported(material).evidence());
      sections.add(new LockState(material).section());
    }
    sections.add(Definitions.section());
    return numbered(sections);
  }

  private static List<Section> numbered(List<Section> sections) {
    String numbers = "一二三四五六七八九十";
    List<Section> numbered = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      numbered.add(
          new Section(
              section.id(),
              numbers.charAt(i) + "、" + section.title(),
              section.notes(),
              section.tables()));
    }
    return numbered;
  }
}
