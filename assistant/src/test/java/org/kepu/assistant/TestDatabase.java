package org.kepu.assistant;

import com.zaxxer.hikari.HikariDataSource;

/** A database of a test's own, with the service's tables in it. */
public interface TestDatabase extends AutoCloseable {

  HikariDataSource pool();

  /** Another pool of connections to the same database, as a process that starts later has. */
  TestDatabase again();

  @Override
  void close();
}
