package org.kepu.assistant.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where turns and interactions are recorded.
 *
 * @param url a JDBC address of PostgreSQL, for several nodes; empty: a file in the home folder
 * @param user who connects, if the address does not say; empty: the address or the system does
 * @param password with which password
 * @param connections how many connections to PostgreSQL a node keeps, 2 or more
 */
@ConfigurationProperties("kepu.database")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("8") int connections) {

  public DatabaseSettings {
    if (connections < 2) {
      throw new IllegalArgumentException(
          "kepu.database.connections is 2 or more, not " + connections);
    }
  }

  @Override
  public String toString() {
    // Without the password, and without the address, which may hold one.
    return "DatabaseSettings[user=%s, connections=%d]".formatted(user, connections);
  }
}
