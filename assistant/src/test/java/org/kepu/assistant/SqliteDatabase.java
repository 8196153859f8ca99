package org.kepu.assistant;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The service's database, alone: the same engine, the same tables, in a folder of a test's own. */
public final class SqliteDatabase implements TestDatabase {

  private final Path folder;
  private final HikariDataSource pool = new HikariDataSource();

  public SqliteDatabase(Path folder) {
    this.folder = folder;
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(10_000);
    config.enforceForeignKeys(true);
    SQLiteDataSource sqlite = new SQLiteDataSource(config);
    sqlite.setUrl("jdbc:sqlite:" + folder.resolve("kepu.db"));
    pool.setDataSource(sqlite);
    pool.setMaximumPoolSize(4);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:org/kepu/assistant/migration/sqlite")
        .load()
        .migrate();
  }

  @Override
  public HikariDataSource pool() {
    return pool;
  }

  @Override
  public TestDatabase again() {
    return new SqliteDatabase(folder);
  }

  @Override
  public void close() {
    pool.close();
  }
}
