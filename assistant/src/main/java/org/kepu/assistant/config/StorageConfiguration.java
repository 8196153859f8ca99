package org.kepu.assistant.config;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.activity.Activities;
import org.kepu.assistant.activity.OccasionLog;
import org.kepu.assistant.activity.Occasions;
import org.kepu.assistant.activity.jdbc.JdbcActivities;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.jdbc.JdbcCorrections;
import org.kepu.assistant.guard.PersonalData;
import org.kepu.assistant.ledger.Ledgers;
import org.kepu.assistant.practical.VenueCard;
import org.kepu.assistant.practical.VenueCards;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.ReachSettings;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.kepu.assistant.reach.visitor.DayKeys;
import org.kepu.assistant.reach.visitor.Marking;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Everything under the home folder: the lock on it, the database, the ledgers. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  private static final long MEGABYTE = 1024 * 1024;

  /** Keeps a second service from the same folder; released by the system even if we are killed. */
  @Bean(destroyMethod = "close")
  FileChannel homeLock(HomeSettings settings) {
    Path home = settings.home();
    try {
      Files.createDirectories(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "Another service uses %s already. Please stop it, or give this one a folder of its own with KEPU_HOME"
                .formatted(home));
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write to %s. Please choose another folder with KEPU_HOME".formatted(home), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Bean
  Dialect dialect(HomeSettings home, DatabaseSettings settings) {
    return Dialect.of(url(home, settings));
  }

  /** Where turns and interactions are recorded. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      Dialect dialect, HomeSettings home, DatabaseSettings settings, FileChannel homeLock) {
    HikariDataSource pool = dialect.open(settings, url(home, settings));
    pool.setPoolName("kepu");
    dialect.migrate(pool);
    return pool;
  }

  private static String url(HomeSettings home, DatabaseSettings settings) {
    return settings.url().isEmpty() ? home.databaseUrl() : settings.url();
  }

  @Bean(destroyMethod = "close")
  HomeDatabase homeDatabase(
      HomeSettings home, DatabaseSettings settings, HikariDataSource dataSource) {
    return settings.url().isEmpty()
        ? HomeDatabase.sharing(dataSource)
        : HomeDatabase.of(Dialect.SQLITE.open(settings, home.databaseUrl()));
  }

  @Bean
  TransactionOperations ledgerTransactions(Dialect dialect, HikariDataSource dataSource) {
    return dialect.transactions(dataSource);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Activities activities(JdbcClient jdbc, InstantSource clock) {
    return new JdbcActivities(jdbc, clock);
  }

  @Bean
  Occasions occasions(Activities activities, Ledgers ledgers, HomeSettings home) {
    Map<String, String> regions = new HashMap<>();
    for (VenueCard card : VenueCards.of(home.home().resolve("venues.yaml"))) {
      if (card.region() != null) {
        regions.put(card.id(), card.region());
      }
    }
    Occasions occasions = new Occasions(activities, ledgers::counted, regions);
    occasions.refresh();
    return occasions;
  }

  @Bean
  InteractionLog interactionLog(JdbcClient jdbc, Occasions occasions) {
    return new OccasionLog(new JdbcInteractionLog(jdbc), occasions);
  }

  @Bean
  Spending spending(JdbcClient jdbc, InstantSource clock, ModelSettings settings) {
    return new JdbcSpending(jdbc, clock, settings.dailyTokens());
  }

  @Bean
  Corrections corrections(
      JdbcClient jdbc,
      TransactionOperations ledgerTransactions,
      InteractionLog log,
      InstantSource clock) {
    return new JdbcCorrections(jdbc, ledgerTransactions, log, clock);
  }

  @Bean
  JdbcTurnLedger databaseLedger(
      JdbcClient jdbc,
      TransactionOperations ledgerTransactions,
      InteractionLog log,
      InstantSource clock,
      Dialect dialect) {
    JdbcTurnLedger ledger =
        new JdbcTurnLedger(jdbc, ledgerTransactions, log, clock, UUID.randomUUID().toString());
    if (dialect == Dialect.SQLITE) {
      // Nobody else may open this file: all open turns were left by a process that died.
      ledger.closeAbandoned(ledger.others().keySet());
    }
    return ledger;
  }

  /** What the service writes goes by the spool where the database is away. */
  @Bean
  @Primary
  SpooledLedger turnLedger(
      JdbcTurnLedger databaseLedger,
      HomeSettings home,
      ReachSettings settings,
      DayKeys keys,
      InstantSource clock) {
    return new SpooledLedger(
        databaseLedger,
        home.spool(),
        settings.spoolMegabytes() * MEGABYTE,
        new Marking(PersonalData::removedFrom, keys),
        clock);
  }
}
