package org.kepu.assistant.reach.jdbc;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kepu.assistant.reach.visitor.Salts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Salts as rows, so that all nodes share them; read once a day. Where the database is away when a
 * day begins, a node makes a salt of its own, and its visitors are told from those of other nodes.
 */
public final class JdbcSalts implements Salts {

  private static final Logger log = LoggerFactory.getLogger(JdbcSalts.class);
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();
  private final Map<Purpose, Map<LocalDate, byte[]>> known = new ConcurrentHashMap<>();

  public JdbcSalts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public byte[] of(Purpose purpose, LocalDate day) {
    return known
        .computeIfAbsent(purpose, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(day, any -> shared(purpose, day));
  }

  private byte[] shared(Purpose purpose, LocalDate day) {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    try {
      jdbc.sql("INSERT INTO day_salt (purpose, day, salt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
          .param(purpose.name())
          .param(day.toString())
          .param(Base64.getEncoder().encodeToString(fresh))
          .update();
      String salt =
          jdbc.sql("SELECT salt FROM day_salt WHERE purpose = ? AND day = ?")
              .param(purpose.name())
              .param(day.toString())
              .query(String.class)
              .single();
      return Base64.getDecoder().decode(salt);
    } catch (DataAccessException | TransactionException e) {
      log.warn("The day's salt cannot be shared; this node uses its own");
      return fresh;
    }
  }

  @Override
  public void destroyBefore(Purpose purpose, LocalDate day) {
    known.getOrDefault(purpose, Map.of()).keySet().removeIf(old -> old.isBefore(day));
    jdbc.sql("DELETE FROM day_salt WHERE purpose = ? AND day < ?")
        .param(purpose.name())
        .param(day.toString())
        .update();
  }
}
