package org.kepu.assistant;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database on a real PostgreSQL server, which all tests of a process share. */
public final class PostgresDatabase implements TestDatabase {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final HikariDataSource pool = new HikariDataSource();

  public PostgresDatabase() {
    this("kepu" + NUMBER.incrementAndGet());
    JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql("CREATE DATABASE " + name).update();
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:org/kepu/assistant/migration/postgresql")
        .load()
        .migrate();
  }

  private PostgresDatabase(String name) {
    this.name = name;
    DataSource source = Server.RUNNING.getDatabase("postgres", name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(8);
    pool.setInitializationFailTimeout(-1);
  }

  /** Its JDBC address, with the user. */
  public String url() {
    return Server.RUNNING.getJdbcUrl("postgres", name);
  }

  @Override
  public HikariDataSource pool() {
    return pool;
  }

  @Override
  public TestDatabase again() {
    return new PostgresDatabase(name);
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Started by the first who needs it; stops with the process. */
  private static final class Server {

    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not start", e);
      }
    }
  }
}
