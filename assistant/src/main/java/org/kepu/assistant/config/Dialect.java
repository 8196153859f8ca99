package org.kepu.assistant.config;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What differs between the databases: how they are opened and migrated, how commits are made. */
enum Dialect {
  /** In the home folder. Write-ahead log, each commit on disk before it is acknowledged. */
  SQLITE {
    @Override
    HikariDataSource open(DatabaseSettings settings, String url) {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
      config.enforceForeignKeys(true);
      // What is deleted is overwritten: a salt or a text is gone, not only unlinked.
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
      SQLiteDataSource sqlite = new SQLiteDataSource(config);
      sqlite.setUrl(url);
      HikariDataSource pool = new HikariDataSource();
      pool.setDataSource(sqlite);
      // One transaction writes at a time; a few connections let readers go on meanwhile.
      pool.setMaximumPoolSize(4);
      return pool;
    }

    @Override
    TransactionOperations transactions(HikariDataSource database) {
      return new GroupedCommits(new JdbcTransactionManager(database));
    }
  },

  /** Shared by several nodes. It groups commits itself. */
  POSTGRESQL {
    @Override
    HikariDataSource open(DatabaseSettings settings, String url) {
      HikariDataSource pool = new HikariDataSource();
      pool.setJdbcUrl(url);
      Properties properties = new Properties();
      // A database that hangs is one that is away: the spool takes over.
      properties.setProperty("connectTimeout", "3");
      properties.setProperty("socketTimeout", "20");
      properties.setProperty("tcpKeepAlive", "true");
      pool.setDataSourceProperties(properties);
      pool.setConnectionTimeout(AWAY_AFTER.toMillis());
      pool.setMaximumPoolSize(settings.connections());
      if (!settings.user().isEmpty()) {
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
      }
      return pool;
    }

    @Override
    TransactionOperations transactions(HikariDataSource database) {
      return new TransactionTemplate(new JdbcTransactionManager(database));
    }
  };

  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration AWAY_AFTER = Duration.ofSeconds(3);

  /** The dialect of a JDBC address. */
  static Dialect of(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "KEPU_DATABASE_URL is an address like jdbc:postgresql://host:5432/kepu, not '%s'; without it, the database is a file in the home folder"
            .formatted(url.replaceFirst("(?i)password=[^&]*", "password=…")));
  }

  /** A pool of connections to it. */
  abstract HikariDataSource open(DatabaseSettings settings, String url);

  /** How work that belongs together is committed. */
  abstract TransactionOperations transactions(HikariDataSource database);

  /** The knowledge base migrates its own tables in the same database, so history tables differ. */
  void migrate(HikariDataSource database) {
    FluentConfiguration history =
        Flyway.configure()
            .dataSource(database)
            .locations(
                "classpath:org/kepu/assistant/migration/"
                    + name().toLowerCase(java.util.Locale.ROOT))
            .table("assistant_schema_history")
            .baselineOnMigrate(true)
            .baselineVersion("0");
    // What is worked on side by side has numbers of a range of its own, and comes in as it is done.
    boolean late =
        Arrays.stream(history.load().info().all())
            .anyMatch(migration -> migration.getState() == MigrationState.IGNORED);
    history.outOfOrder(late).load().migrate();
  }
}
