package org.kepu.assistant.config;

import com.fasterxml.uuid.Generators;
import java.time.InstantSource;
import org.kepu.assistant.account.Passwords;
import org.kepu.assistant.hall.Halls;
import org.kepu.assistant.kiosk.KioskSettings;
import org.kepu.assistant.kiosk.OperatorDoor;
import org.kepu.assistant.kiosk.TakenAnswers;
import org.kepu.assistant.kiosk.TerminalKeeper;
import org.kepu.assistant.kiosk.Terminals;
import org.kepu.assistant.kiosk.jdbc.JdbcTakenAnswers;
import org.kepu.assistant.kiosk.jdbc.JdbcTerminals;
import org.kepu.assistant.kiosk.pack.Packs;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.security.SecurityLog;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The terminals. */
@Configuration(proxyBeanMethods = false)
class KioskConfiguration {

  @Bean
  OperatorDoor operatorDoor(KioskSettings settings) {
    return new OperatorDoor(settings);
  }

  @Bean
  Terminals terminals(
      JdbcClient jdbc, TransactionOperations ledgerTransactions, InteractionLog log) {
    return new JdbcTerminals(
        jdbc, ledgerTransactions, log, Generators.timeBasedEpochGenerator()::generate);
  }

  @Bean
  TerminalKeeper terminalKeeper(Terminals terminals, SecurityLog log, InstantSource clock) {
    return new TerminalKeeper(terminals, new Passwords(), log, clock);
  }

  @Bean
  TakenAnswers takenAnswers(JdbcClient jdbc, TransactionOperations ledgerTransactions) {
    return new JdbcTakenAnswers(jdbc, ledgerTransactions);
  }

  @Bean
  Packs packs(
      KnowledgeBase knowledge,
      Halls halls,
      KioskSettings settings,
      JsonMapper json,
      InstantSource clock) {
    return new Packs(knowledge, halls, settings.packKilobytes(), json, clock);
  }
}
