package org.kepu.assistant.config;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The database in the home folder. The catalogue says what this node's own index holds, so it stays
 * here even where turns and interactions are recorded elsewhere.
 */
final class HomeDatabase implements AutoCloseable {

  private final HikariDataSource pool;
  private final boolean ours;

  private HomeDatabase(HikariDataSource pool, boolean ours) {
    this.pool = pool;
    this.ours = ours;
  }

  /** Turns and interactions are recorded in it, too. */
  static HomeDatabase sharing(HikariDataSource pool) {
    return new HomeDatabase(pool, false);
  }

  static HomeDatabase of(HikariDataSource pool) {
    return new HomeDatabase(pool, true);
  }

  DataSource pool() {
    return pool;
  }

  @Override
  public void close() {
    if (ours) {
      pool.close();
    }
  }
}
