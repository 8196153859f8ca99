package org.kepu.assistant.security.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kepu.assistant.security.SecurityLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain as rows. That no two name the same one before makes the database keep it a chain. */
public final class JdbcSecurityLog implements SecurityLog {

  private static final String BEGINNING = "0".repeat(64);
  private static final int MAX_DETAIL = 500;
  private static final int TRIES = 50;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public JdbcSecurityLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void append(Act act, String detail) {
    if (detail.length() > MAX_DETAIL) {
      throw new IllegalArgumentException(
          "A detail has up to %d characters, not %d".formatted(MAX_DETAIL, detail.length()));
    }
    for (int i = 0; i < TRIES; i++) {
      if (appended(act.code(), detail)) {
        return;
      }
    }
    throw new IllegalStateException(
        "The security log is written to by so many that %d tries failed".formatted(TRIES));
  }

  /** False where another appended in the same moment. */
  private boolean appended(String act, String detail) {
    long at = clock.millis();
    String previous = last();
    return jdbc.sql(
                """
                INSERT INTO security_log (at, act, detail, previous, hash) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .param(at)
            .param(act)
            .param(detail)
            .param(previous)
            .param(hash(previous, at, act, detail))
            .update()
        == 1;
  }

  private String last() {
    return jdbc.sql("SELECT hash FROM security_log ORDER BY seq DESC LIMIT 1")
        .query(String.class)
        .optional()
        .orElse(BEGINNING);
  }

  @Override
  public Optional<Integer> firstBroken() {
    List<Link> entries =
        jdbc
            .sql("SELECT at, act, detail, previous, hash FROM security_log ORDER BY seq")
            .query(Link.class)
            .list()
            .stream()
            .filter(Objects::nonNull)
            .toList();
    for (int i = 0; i < entries.size(); i++) {
      Link entry = entries.get(i);
      boolean linked = i == 0 || entry.previous().equals(entries.get(i - 1).hash());
      String right = hash(entry.previous(), entry.at(), entry.act(), entry.detail());
      if (!linked || !right.equals(entry.hash())) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Entry> newest(long before, int most) {
    return jdbc.sql(
            "SELECT seq, at, act, detail FROM security_log WHERE seq < ? ORDER BY seq DESC LIMIT ?")
        .param(before)
        .param(most)
        .query(
            (row, number) ->
                new Entry(
                    row.getLong("seq"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("act"),
                    row.getString("detail")))
        .list();
  }

  @Override
  public int deleteBefore(Instant before) {
    int deleted =
        jdbc.sql("DELETE FROM security_log WHERE at < ?").param(before.toEpochMilli()).update();
    if (deleted > 0) {
      append(Act.ENTRIES_DELETED, deleted + " before " + before);
    }
    return deleted;
  }

  private static String hash(String previous, long at, String act, String detail) {
    try {
      String entry = "%s %d %s %s".formatted(previous, at, act, detail);
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(entry.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Link(long at, String act, String detail, String previous, String hash) {}
}
