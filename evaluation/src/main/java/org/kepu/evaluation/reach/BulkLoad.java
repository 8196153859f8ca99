package org.kepu.evaluation.reach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts records into the log's table as fast as the database takes them, in one transaction. */
final class BulkLoad {

  private static final int ROWS_AT_ONCE = 5_000;
  private static final String COLUMNS = String.join(", ", MadeRecords.COLUMNS);

  private BulkLoad() {}

  /** Loads what {@code source} makes. */
  static void into(Connection connection, Consumer<Consumer<@Nullable Object[]>> source)
      throws SQLException {
    connection.setAutoCommit(false);
    if (connection.isWrapperFor(PGConnection.class)) {
      copy(connection.unwrap(PGConnection.class), source);
    } else {
      insert(connection, source);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void copy(PGConnection connection, Consumer<Consumer<@Nullable Object[]>> source)
      throws SQLException {
    CopyIn copying =
        connection.getCopyAPI().copyIn("COPY interaction (%s) FROM STDIN".formatted(COLUMNS));
    StringBuilder lines = new StringBuilder();
    source.accept(
        row -> {
          for (int i = 0; i < row.length; i++) {
            // Nothing that is made holds a tab, a line's end or a backslash.
            lines.append(i == 0 ? "" : "\t").append(row[i] == null ? "\\N" : row[i]);
          }
          lines.append('\n');
          if (lines.length() > 1_000_000) {
            write(copying, lines);
          }
        });
    write(copying, lines);
    copying.endCopy();
  }

  private static void write(CopyIn copying, StringBuilder lines) {
    byte[] bytes = lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    lines.setLength(0);
    try {
      copying.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not take the records", e);
    }
  }

  private static void insert(Connection connection, Consumer<Consumer<@Nullable Object[]>> source)
      throws SQLException {
    String marks = String.join(", ", Collections.nCopies(MadeRecords.COLUMNS.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO interaction (%s) VALUES (%s)".formatted(COLUMNS, marks))) {
      int[] waiting = {0};
      source.accept(
          row -> {
            try {
              for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
              }
              statement.addBatch();
              if (++waiting[0] % ROWS_AT_ONCE == 0) {
                statement.executeBatch();
              }
            } catch (SQLException e) {
              throw new IllegalStateException("SQLite does not take the records", e);
            }
          });
      statement.executeBatch();
    }
  }
}
