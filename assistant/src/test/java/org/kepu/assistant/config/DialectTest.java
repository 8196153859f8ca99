package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DialectTest {

  private static final String SQL = "/org/kepu/assistant/migration/sqlite/";
  private static final String TABLE = "assistant_schema_history";

  /** The course questions of a later range were there before the activities were. */
  @Test
  void whatIsNumberedLowerAndComesLaterIsMadeUpFor(@TempDir Path folder) throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    for (String name : List.of("V20__item_sets.sql", "V60__item_set_models.sql")) {
      try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream(SQL + name))) {
        Files.copy(sql, first.resolve(name));
      }
    }
    String url = "jdbc:sqlite:" + folder.resolve("kepu.db");
    try (HikariDataSource pool = Dialect.SQLITE.open(new DatabaseSettings("", "", "", 4), url)) {
      Flyway.configure()
          .dataSource(pool)
          .locations("filesystem:" + first)
          .table(TABLE)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();

      Dialect.SQLITE.migrate(pool);
      Dialect.SQLITE.migrate(pool);

      assertThat(
              JdbcClient.create(pool)
                  .sql("SELECT version FROM %s WHERE success = 1".formatted(TABLE))
                  .query(String.class)
                  .list())
          .contains("1", "20", "50", "51", "52", "53", "60");
    }
  }
}
