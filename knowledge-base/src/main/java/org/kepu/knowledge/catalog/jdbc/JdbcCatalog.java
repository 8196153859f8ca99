package org.kepu.knowledge.catalog.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.CatalogFailureException;
import org.kepu.knowledge.document.Document;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue in tables that it creates and migrates itself. */
public final class JdbcCatalog implements Catalog {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader READER = JSON.readerFor(Document.class);
  private static final ObjectWriter WRITER = JSON.writerFor(Document.class);

  private final DataSource database;

  /** Brings the tables up to date; those of other parts of the program are left alone. */
  public JdbcCatalog(DataSource database) {
    this.database = database;
    Flyway.configure(JdbcCatalog.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:org/kepu/knowledge/catalog/jdbc/sqlite")
        .table("catalog_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  @Override
  public void record(Collection<Document> documents) {
    Transactions.in(
        database,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO document_version (document_id, version, content, recorded_at)
                  VALUES (?, ?, ?, ?)
                  ON CONFLICT (document_id, version) DO NOTHING
                  """)) {
            for (Document document : documents) {
              insert.setString(1, document.id());
              insert.setString(2, document.version());
              insert.setString(3, WRITER.writeValueAsString(document));
              insert.setLong(4, System.currentTimeMillis());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  @Override
  public void makeCurrent(Map<String, String> versions) {
    Transactions.in(
        database,
        connection -> {
          try (Statement clear = connection.createStatement();
              PreparedStatement insert =
                  connection.prepareStatement(
                      """
                      INSERT INTO current_document (document_id, version)
                      SELECT document_id, version FROM document_version
                      WHERE document_id = ? AND version = ?
                      """)) {
            clear.executeUpdate("DELETE FROM current_document");
            for (Map.Entry<String, String> document : versions.entrySet()) {
              insert.setString(1, document.getKey());
              insert.setString(2, document.getValue());
              insert.addBatch();
            }
            int found = IntStream.of(insert.executeBatch()).sum();
            if (found < versions.size()) {
              throw new SQLException(
                  "%d of %d versions were never recorded"
                      .formatted(versions.size() - found, versions.size()));
            }
          }
        });
  }

  @Override
  public SortedMap<String, String> currentVersions() {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("SELECT document_id, version FROM current_document");
        ResultSet rows = query.executeQuery()) {
      SortedMap<String, String> versions = new TreeMap<>();
      while (rows.next()) {
        versions.put(rows.getString(1), rows.getString(2));
      }
      return versions;
    } catch (SQLException e) {
      throw new CatalogFailureException("The catalogue cannot be read", e);
    }
  }

  @Override
  public Optional<Document> current(String documentId) {
    return select(
            """
            SELECT v.content FROM current_document c
            JOIN document_version v ON v.document_id = c.document_id AND v.version = c.version
            WHERE c.document_id = ?
            """,
            documentId)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Document> version(String documentId, String version) {
    return select(
            "SELECT content FROM document_version WHERE document_id = ? AND version = ?",
            documentId,
            version)
        .stream()
        .findFirst();
  }

  @Override
  public List<Document> allCurrent() {
    return select(
        """
        SELECT v.content FROM current_document c
        JOIN document_version v ON v.document_id = c.document_id AND v.version = c.version
        ORDER BY c.document_id
        """);
  }

  private List<Document> select(String sql, String... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      List<Document> documents = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          documents.add(READER.readValue(rows.getString(1)));
        }
      }
      return documents;
    } catch (SQLException e) {
      throw new CatalogFailureException("The catalogue cannot be read", e);
    }
  }
}
