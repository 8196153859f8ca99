package org.kepu.knowledge.catalog.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kepu.knowledge.catalog.CatalogFailureException;
import org.kepu.knowledge.catalog.SourceLedger;

/** The ledger in a table beside those of {@link JdbcCatalog}, which makes it. */
public final class JdbcSourceLedger implements SourceLedger {

  private final DataSource database;

  /**
   * @param database the catalogue's, brought up to date by it before
   */
  public JdbcSourceLedger(DataSource database) {
    this.database = database;
  }

  @Override
  public SortedMap<String, Entry> entries(String source) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT item_key, hash, document_id, version, refusal FROM source_item
                WHERE source = ?
                """)) {
      query.setString(1, source);
      SortedMap<String, Entry> entries = new TreeMap<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Entry entry =
              new Entry(
                  rows.getString(1),
                  rows.getString(2),
                  document(rows.getString(3), rows.getString(4)),
                  rows.getString(5));
          entries.put(entry.key(), entry);
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new CatalogFailureException("What is known of the sources cannot be read", e);
    }
  }

  @Override
  public void note(String source, Collection<Entry> seen, Collection<String> gone) {
    if (seen.isEmpty() && gone.isEmpty()) {
      return;
    }
    Transactions.in(
        database,
        connection -> {
          forget(connection, source, gone);
          write(connection, source, seen);
        });
  }

  private static void forget(Connection connection, String source, Collection<String> gone)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM source_item WHERE source = ? AND item_key = ?")) {
      for (String key : gone) {
        delete.setString(1, source);
        delete.setString(2, key);
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private static void write(Connection connection, String source, Collection<Entry> seen)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO source_item (source, item_key, hash, document_id, version, refusal)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, item_key) DO UPDATE SET hash = excluded.hash,
              document_id = excluded.document_id, version = excluded.version,
              refusal = excluded.refusal
            """)) {
      for (Entry entry : seen) {
        DocumentVersion document = entry.document();
        insert.setString(1, source);
        insert.setString(2, entry.key());
        insert.setString(3, entry.hash());
        insert.setString(4, document == null ? null : document.id());
        insert.setString(5, document == null ? null : document.version());
        insert.setString(6, entry.refusal());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static @Nullable DocumentVersion document(@Nullable String id, @Nullable String version) {
    return id == null || version == null ? null : new DocumentVersion(id, version);
  }
}
