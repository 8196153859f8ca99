package org.kepu.assistant.account.jdbc;

import java.time.Instant;
import java.util.Optional;
import org.kepu.assistant.account.OidcAttempts;
import org.kepu.assistant.account.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row an attempt; those that are over go when the next begins. */
public final class JdbcOidcAttempts implements OidcAttempts {

  private final JdbcClient jdbc;

  public JdbcOidcAttempts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(String secret, String request, Instant expires) {
    jdbc.sql("INSERT INTO oidc_attempt (token_hash, request, expires_at) VALUES (?, ?, ?)")
        .param(Secret.hash(secret))
        .param(request)
        .param(expires.toEpochMilli())
        .update();
  }

  @Override
  public Optional<String> find(String secret, Instant now) {
    jdbc.sql("DELETE FROM oidc_attempt WHERE expires_at <= ?").param(now.toEpochMilli()).update();
    return jdbc.sql("SELECT request FROM oidc_attempt WHERE token_hash = ?")
        .param(Secret.hash(secret))
        .query(String.class)
        .optional();
  }

  @Override
  public void forget(String secret) {
    jdbc.sql("DELETE FROM oidc_attempt WHERE token_hash = ?").param(Secret.hash(secret)).update();
  }
}
