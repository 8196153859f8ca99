package org.kepu.assistant.report;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.jdbc.JdbcCorrections;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.gap.jdbc.JdbcGaps;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.ledger.jdbc.JdbcEvidenceFiles;
import org.kepu.assistant.ledger.jdbc.JdbcLedgers;
import org.kepu.assistant.ledger.jdbc.JdbcPlans;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.jdbc.JdbcFigureStore;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcRollups;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.report.lock.Locks;
import org.kepu.assistant.report.lock.jdbc.JdbcLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All that makes reports, on a database of a test's own, with a clock that stands. */
public final class Office implements AutoCloseable {

  private final TestDatabase database;
  public final JdbcClient jdbc;
  public final JdbcRollups rollups;
  public final Ledgers ledgers;
  public final Activities activities;
  public final EvidenceFiles evidence;
  public final Plans plans;
  public final FigureStore figures;
  public final Locks locks;
  public final LockKeeper keeper;
  public final ReportMaker maker;
  private Instant now = Instant.parse("2027-01-05T02:00:00Z");

  public Office(TestDatabase database) {
    this.database = database;
    jdbc = JdbcClient.create(database.pool());
    TransactionTemplate transaction =
        new TransactionTemplate(new JdbcTransactionManager(database.pool()));
    rollups = new JdbcRollups(jdbc, transaction);
    ledgers = new JdbcLedgers(jdbc, transaction, () -> now);
    activities = new JdbcActivities(jdbc, () -> now);
    evidence = new JdbcEvidenceFiles(jdbc, transaction, () -> now);
    plans = new JdbcPlans(jdbc);
    figures = new JdbcFigureStore(jdbc);
    locks = new JdbcLocks(jdbc, transaction);
    keeper =
        new LockKeeper(
            figures, rollups, ledgers, plans, locks, ReachReport.DEFINITION, 1, () -> now);
    Gaps gaps = new JdbcGaps(jdbc, transaction);
    Corrections corrections =
        new JdbcCorrections(jdbc, transaction, new JdbcInteractionLog(jdbc), () -> now);
    maker =
        new ReportMaker(
            figures,
            ledgers,
            activities,
            evidence,
            plans,
            locks,
            gaps,
            corrections,
            new Names(Map.of("milu", "麋鹿苑", "nature", "国家自然博物馆", "planetarium", "北京天文馆")),
            new ReportSettings("北京市科学技术研究院", 1),
            () -> now);
  }

  /** Lets it be another moment. */
  public void at(Instant moment) {
    now = moment;
  }

  /** The report of everything in a month or a year. */
  public ReachReport report(String span) {
    return maker.of(Span.parse(span).orElseThrow(), Set.of());
  }

  @Override
  public void close() {
    database.close();
  }
}
