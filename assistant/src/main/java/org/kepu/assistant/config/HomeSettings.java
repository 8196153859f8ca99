package org.kepu.assistant.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps what it must not lose.
 *
 * @param home the one folder for all state: database, index generations, logs. Backed up by copying
 */
@ConfigurationProperties("kepu")
public record HomeSettings(@DefaultValue("${user.home}/.kepu") Path home) {

  /** The JDBC address of the database in it. */
  String databaseUrl() {
    return "jdbc:sqlite:" + home.resolve("kepu.db");
  }

  /** What waits to be written while the database is away. */
  Path spool() {
    return home.resolve("spool");
  }

  Path index() {
    return home.resolve("index");
  }

  /** Where files are put to be answered from. */
  Path documents() {
    return home.resolve("documents");
  }

  /** What people handed in, by its content. */
  Path uploads() {
    return home.resolve("uploads");
  }

  /** The table of curated answers; may be missing. */
  Path answers() {
    return home.resolve("answers.csv");
  }

  /** What was fetched from web sites. */
  Path sites() {
    return home.resolve("sites");
  }

  /** What is not answered from, and why; written by the service. */
  Path quarantine() {
    return home.resolve("quarantine.json");
  }

  /** What was embedded before; beside the index, so that a deleted index is soon there again. */
  Path vectors() {
    return home.resolve("vectors.bin");
  }
}
