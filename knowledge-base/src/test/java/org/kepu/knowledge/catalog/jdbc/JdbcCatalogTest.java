package org.kepu.knowledge.catalog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.catalog.CatalogContract;
import org.kepu.knowledge.catalog.CatalogFailureException;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.sqlite.SQLiteDataSource;

class JdbcCatalogTest extends CatalogContract {

  @Override
  protected Catalog open(Path folder) {
    return new JdbcCatalog(database(folder));
  }

  @Test
  void tablesOfOtherPartsOfTheProgramAreLeftAlone() throws IOException, SQLException {
    SQLiteDataSource shared = database(Files.createDirectory(folder.resolve("shared")));
    execute(shared, "CREATE TABLE flyway_schema_history (mine TEXT)");
    execute(shared, "INSERT INTO flyway_schema_history VALUES ('kept')");

    new JdbcCatalog(shared).record(List.of(MILU));

    try (Connection connection = shared.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT mine FROM flyway_schema_history")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
    }
    assertThat(new JdbcCatalog(shared).version("milu", MILU.version())).contains(MILU);
  }

  @Test
  void whatWasRecordedBeforeThereWereRolesIsReadAsAnArticle() throws SQLException {
    execute(
        database(folder),
        """
        INSERT INTO document_version (document_id, version, content, recorded_at)
        VALUES ('milu', 'sha256:0', '%s', 0)
        """
            .formatted(
                """
                {"id":"milu","version":"sha256:0","title":"麋鹿","text":"麋鹿","sections":[],
                "metadata":{"topics":["milu"],"venues":[],"exhibits":[],"aliases":[],
                "audience":"GENERAL","sources":["百科"],"licence":"CC BY 4.0",
                "reviewedOn":"2026-11-23","validTo":null}}
                """));

    Metadata metadata = catalog.version("milu", "sha256:0").orElseThrow().metadata();

    assertThat(metadata.role()).isEqualTo(Role.ARTICLE);
    assertThat(metadata.asOf()).isNull();
    assertThat(metadata.reviewBy()).isNull();
    assertThat(metadata.reviewedOn()).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  @Test
  void aDatabaseThatFailsIsACatalogueFailure() throws SQLException {
    execute(database(folder), "DROP TABLE current_document");

    assertThatExceptionOfType(CatalogFailureException.class)
        .isThrownBy(() -> catalog.current("milu"))
        .withCauseInstanceOf(SQLException.class);
    assertThatExceptionOfType(CatalogFailureException.class)
        .isThrownBy(() -> catalog.makeCurrent(versions(MILU)))
        .withCauseInstanceOf(SQLException.class);
  }

  @Test
  void whatFailsHalfWayIsNotRecordedAtAll() throws SQLException {
    execute(
        database(folder),
        """
        CREATE TRIGGER no_moon BEFORE INSERT ON document_version WHEN NEW.document_id = 'moon'
        BEGIN SELECT RAISE(ABORT, 'no moon'); END
        """);

    assertThatExceptionOfType(CatalogFailureException.class)
        .isThrownBy(() -> catalog.record(List.of(MILU, MOON)));

    assertThat(catalog.version("milu", MILU.version())).isEmpty();
  }

  @Test
  void whatCannotBeMadeCurrentLeavesWhatWas() throws SQLException {
    catalog.record(List.of(MILU, MILU_AGAIN, MOON));
    catalog.makeCurrent(versions(MILU));
    execute(
        database(folder),
        """
        CREATE TRIGGER no_moon BEFORE INSERT ON current_document WHEN NEW.document_id = 'moon'
        BEGIN SELECT RAISE(ABORT, 'no moon'); END
        """);

    assertThatExceptionOfType(CatalogFailureException.class)
        .isThrownBy(() -> catalog.makeCurrent(versions(MILU_AGAIN, MOON)));

    assertThat(catalog.allCurrent()).containsExactly(MILU);
  }

  private static SQLiteDataSource database(Path folder) {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder + "/catalog.db");
    return database;
  }

  private static void execute(SQLiteDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
