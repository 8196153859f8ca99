package org.kepu.assistant.config;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.chat.ChatSettings;
import org.kepu.assistant.conversation.Sweeper;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.gap.GapKeeper;
import org.kepu.assistant.gap.Gaps;
import org.kepu.assistant.gap.jdbc.JdbcGaps;
import org.kepu.assistant.ledger.ActivityRows;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.Importer;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.ledger.Plans;
import org.kepu.assistant.ledger.Reach;
import org.kepu.assistant.ledger.jdbc.JdbcEvidenceFiles;
import org.kepu.assistant.ledger.jdbc.JdbcLedgers;
import org.kepu.assistant.ledger.jdbc.JdbcPlans;
import org.kepu.assistant.ledger.sheet.VenueNames;
import org.kepu.assistant.practical.VenueCard;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.reach.count.Count;
import org.kepu.assistant.reach.count.Rollup;
import org.kepu.assistant.reach.count.Rollups;
import org.kepu.assistant.reach.figures.Dashboard;
import org.kepu.assistant.reach.figures.FigureStore;
import org.kepu.assistant.reach.jdbc.JdbcFigureStore;
import org.kepu.assistant.reach.jdbc.JdbcRollups;
import org.kepu.assistant.reach.jdbc.JdbcSalts;
import org.kepu.assistant.reach.visitor.Bots;
import org.kepu.assistant.reach.visitor.DayKeys;
import org.kepu.assistant.reach.visitor.Salts;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.assistant.security.jdbc.JdbcSecurityLog;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.document.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who is told apart, and how the log is counted. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {

  @Bean
  Salts salts(JdbcClient jdbc) {
    return new JdbcSalts(jdbc);
  }

  @Bean
  DayKeys dayKeys(Salts salts, InstantSource clock) {
    return new DayKeys(salts, clock);
  }

  @Bean
  Bots bots() {
    return new Bots();
  }

  @Bean
  Rollups rollups(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcRollups(jdbc, ledgerTransactions);
  }

  @Bean
  Rollup rollup(InteractionLog log, Rollups rollups, InstantSource clock) {
    return new Rollup(log, rollups, clock);
  }

  @Bean
  FigureStore figureStore(JdbcClient jdbc) {
    return new JdbcFigureStore(jdbc);
  }

  @Bean
  Dashboard dashboard(FigureStore figures) {
    return new Dashboard(figures);
  }

  @Bean
  Ledgers ledgers(JdbcClient jdbc, TransactionOperations ledgerTransactions, InstantSource clock) {
    return new JdbcLedgers(jdbc, ledgerTransactions, clock);
  }

  @Bean
  ActivityRows activityRows(Activities activities) {
    return new ActivityRows(activities);
  }

  @Bean
  Importer importer(
      Ledgers ledgers,
      ActivityRows activityRows,
      InteractionLog log,
      TransactionOperations ledgerTransactions,
      InstantSource clock) {
    return new Importer(ledgers, activityRows, log, ledgerTransactions, clock);
  }

  @Bean
  VenueNames venueNames(HomeSettings home) {
    return new VenueNames(
        VenueCards.of(home.home().resolve("venues.yaml")).stream()
            .map(card -> new VenueNames.Venue(card.id(), card.name(), names(card)))
            .toList());
  }

  private static List<String> names(VenueCard card) {
    return Stream.concat(Stream.of(card.traditional()), card.names().stream()).toList();
  }

  @Bean
  EvidenceFiles evidenceFiles(
      JdbcClient jdbc, TransactionOperations ledgerTransactions, InstantSource clock) {
    return new JdbcEvidenceFiles(jdbc, ledgerTransactions, clock);
  }

  @Bean
  Plans plans(JdbcClient jdbc) {
    return new JdbcPlans(jdbc);
  }

  @Bean
  Reach reach(FigureStore figures, Ledgers ledgers, Plans plans) {
    return new Reach(figures, ledgers, plans);
  }

  @Bean
  Gaps gaps(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcGaps(jdbc, ledgerTransactions);
  }

  /** A gap is replayed as a visitor's question is asked, up to whether there is evidence enough. */
  @Bean
  GapKeeper gapKeeper(
      Gaps gaps, KnowledgeBase knowledge, ChatSettings settings, InstantSource clock) {
    return new GapKeeper(
        gaps,
        knowledge::meaning,
        question ->
            knowledge
                    .search(
                        new SearchRequest(
                            question,
                            1,
                            null,
                            Audience.GENERAL,
                            settings.readerTokens(),
                            Count.dayOf(clock.instant())))
                    .support()
                >= settings.leastEvidence(),
        clock);
  }

  @Bean
  SecurityLog securityLog(JdbcClient jdbc, InstantSource clock) {
    return new JdbcSecurityLog(jdbc, clock);
  }

  @Bean
  Sweeper sweeper(JdbcTurnLedger databaseLedger, ReachSettings settings) {
    return new Sweeper(databaseLedger, settings.lease(), System::nanoTime);
  }
}
