package org.kepu.assistant;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of a test's own, with the service's tables in it. */
public interface TestDatabase extends AutoCloseable {

  HikariDataSource pool();

  default JdbcClient jdbc() {
    return JdbcClient.create(pool());
  }

  default TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(pool()));
  }

  /** Another pool of connections to the same database, as a process that starts later has. */
  TestDatabase again();

  @Override
  void close();
}
