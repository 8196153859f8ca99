package org.kepu.knowledge.catalog.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kepu.knowledge.catalog.CatalogFailureException;

/** All or nothing. */
final class Transactions {

  private Transactions() {}

  static void in(DataSource database, Work work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new CatalogFailureException("The catalogue cannot be written", e);
    }
  }

  interface Work {
    void on(Connection connection) throws SQLException;
  }
}
