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
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.kepu.assistant.answer.llm.ModelSettings;
import org.kepu.assistant.answer.llm.Spending;
import org.kepu.assistant.answer.llm.jdbc.JdbcSpending;
import org.kepu.assistant.conversation.TurnLedger;
import org.kepu.assistant.conversation.jdbc.JdbcTurnLedger;
import org.kepu.assistant.correction.Corrections;
import org.kepu.assistant.correction.jdbc.JdbcCorrections;
import org.kepu.assistant.reach.InteractionLog;
import org.kepu.assistant.reach.jdbc.JdbcInteractionLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Everything under the home folder: the lock on it, the database, the ledgers. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  /** SQLite writes one transaction at a time; a few connections let readers go on meanwhile. */
  private static final int CONNECTIONS = 4;

  private static final int BUSY_TIMEOUT_MS = 10_000;

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

  /** Write-ahead log, each commit on disk before it is acknowledged. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(HomeSettings settings, FileChannel homeLock) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    SQLiteDataSource sqlite = new SQLiteDataSource(config);
    sqlite.setUrl("jdbc:sqlite:" + settings.database());
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(sqlite);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setPoolName("kepu");
    migrate(pool);
    return pool;
  }

  /** The knowledge base migrates its own tables in the same database, so history tables differ. */
  private static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:org/kepu/assistant/migration/sqlite")
        .table("assistant_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  InteractionLog interactionLog(JdbcClient jdbc) {
    return new JdbcInteractionLog(jdbc);
  }

  @Bean
  Spending spending(JdbcClient jdbc, InstantSource clock, ModelSettings settings) {
    return new JdbcSpending(jdbc, clock, settings.dailyTokens());
  }

  @Bean
  Corrections corrections(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      InteractionLog log,
      InstantSource clock) {
    return new JdbcCorrections(jdbc, new TransactionTemplate(transactions), log, clock);
  }

  @Bean
  TurnLedger turnLedger(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      InteractionLog log,
      InstantSource clock) {
    JdbcTurnLedger ledger =
        new JdbcTurnLedger(jdbc, new TransactionTemplate(transactions), log, clock);
    ledger.closeAbandoned();
    return ledger;
  }
}
