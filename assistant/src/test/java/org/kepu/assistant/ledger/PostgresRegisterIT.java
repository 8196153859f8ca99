package org.kepu.assistant.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresRegisterIT extends RegisterContract {

  private final EmbeddedPostgres postgres;

  PostgresRegisterIT() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
  }

  @Override
  Service start() {
    return Service.start(
        IndexedHome.named("register-postgres"),
        "kepu.database.url=" + postgres.getJdbcUrl("postgres", "postgres"));
  }

  @AfterAll
  @Override
  void stop() {
    super.stop();
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void breakLedger(JdbcClient jdbc) {
    jdbc.sql(
            """
            CREATE FUNCTION torn() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'The disk is full'; END $$""")
        .update();
    jdbc.sql(
            "CREATE TRIGGER torn BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION torn()")
        .update();
  }

  @Override
  void mendLedger(JdbcClient jdbc) {
    jdbc.sql("DROP FUNCTION torn CASCADE").update();
  }
}
