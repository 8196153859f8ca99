package org.kepu.assistant.config;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.practical.VenueCard;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.count.Rollups;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.report.Names;
import org.kepu.assistant.report.ReachReport;
import org.kepu.assistant.report.ReportMaker;
import org.kepu.assistant.report.ReportSettings;
import org.kepu.assistant.report.lock.LockKeeper;
import org.kepu.assistant.report.lock.Locks;
import org.kepu.assistant.report.lock.jdbc.JdbcLocks;
import org.kepu.assistant.report.write.CsvWriter;
import org.kepu.assistant.report.write.DocxWriter;
import org.kepu.assistant.report.write.PdfWriter;
import org.kepu.assistant.report.write.ReportWriter;
import org.kepu.assistant.report.write.Statements;
import org.kepu.assistant.report.write.XlsxWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The reports, and the months that are locked for them. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  @Bean
  Locks locks(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcLocks(jdbc, ledgerTransactions);
  }

  @Bean
  LockKeeper lockKeeper(
      FigureStore figures,
      Rollups rollups,
      Ledgers ledgers,
      Plans plans,
      Locks locks,
      ReportSettings settings,
      InstantSource clock) {
    return new LockKeeper(
        figures, rollups, ledgers, plans, locks, ReachReport.DEFINITION, settings.lockDay(), clock);
  }

  @Bean
  Names reportNames(HomeSettings home) {
    Map<String, String> venues =
        VenueCards.of(home.home().resolve("venues.yaml")).stream()
            .collect(Collectors.toMap(VenueCard::id, VenueCard::name));
    return new Names(venues);
  }

  @Bean
  ReportMaker reportMaker(
      FigureStore figures,
      Ledgers ledgers,
      Activities activities,
      EvidenceFiles evidence,
      Plans plans,
      Locks locks,
      Gaps gaps,
      Corrections corrections,
      Names reportNames,
      ReportSettings settings,
      InstantSource clock) {
    return new ReportMaker(
        figures,
        ledgers,
        activities,
        evidence,
        plans,
        locks,
        gaps,
        corrections,
        reportNames,
        settings,
        clock);
  }

  @Bean
  List<ReportWriter> reportWriters() {
    return List.of(new XlsxWriter(), new DocxWriter(), new PdfWriter(), new CsvWriter());
  }

  @Bean
  Statements statements(InteractionLog log, JsonMapper json) {
    return new Statements(log, json);
  }
}
