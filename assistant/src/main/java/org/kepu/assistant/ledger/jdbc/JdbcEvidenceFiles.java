package org.kepu.assistant.ledger.jdbc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.kepu.assistant.ledger.EvidenceFiles;
import org.kepu.assistant.ledger.FileKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Files as rows, so that all nodes have them and one backup holds everything. */
public final class JdbcEvidenceFiles implements EvidenceFiles {

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  public JdbcEvidenceFiles(
      JdbcClient jdbc, TransactionOperations transaction, InstantSource clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Filed keep(String evidence, String fileName, FileKind kind, byte[] content, String by) {
    String sha256 = sha256(content);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      INSERT INTO evidence_content (sha256, kind, size, content)
                      VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
                      """)
                  .params(sha256, kind.code(), content.length, content)
                  .update();
              jdbc.sql(
                      """
                      INSERT INTO evidence_file (evidence, sha256, file_name, account, at)
                      VALUES (?, ?, ?, ?, ?) ON CONFLICT (evidence, sha256) DO NOTHING
                      """)
                  .params(evidence, sha256, fileName, by, clock.millis())
                  .update();
              return jdbc.sql(FILED + " WHERE f.evidence = ? AND f.sha256 = ?")
                  .params(evidence, sha256)
                  .query((row, number) -> filed(row))
                  .single();
            }));
  }

  private static final String FILED =
      """
      SELECT f.evidence, f.sha256, f.file_name, f.account, f.at, c.kind, c.size
      FROM evidence_file f JOIN evidence_content c ON c.sha256 = f.sha256""";

  @Override
  public List<Filed> all() {
    return jdbc.sql(FILED + " ORDER BY f.evidence, f.at, f.sha256")
        .query((row, number) -> filed(row))
        .list();
  }

  @Override
  public Optional<Content> content(String sha256) {
    Optional<Filed> first =
        jdbc.sql(FILED + " WHERE f.sha256 = ? ORDER BY f.at, f.evidence LIMIT 1")
            .param(sha256)
            .query((row, number) -> filed(row))
            .optional();
    return first.map(
        filed ->
            new Content(
                filed,
                jdbc.sql("SELECT content FROM evidence_content WHERE sha256 = ?")
                    .param(sha256)
                    .query((row, number) -> row.getBytes("content"))
                    .single()));
  }

  private static Filed filed(ResultSet row) throws SQLException {
    return new Filed(
        row.getString("evidence"),
        row.getString("sha256"),
        row.getString("file_name"),
        FileKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("size"),
        row.getString("account"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
