package org.kepu.assistant.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.TestDatabase;
import org.kepu.assistant.ledger.jdbc.JdbcEvidenceFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the files that prove something, on each engine. */
abstract class EvidenceFilesContract {

  private static final byte[] PAGE = "%PDF-1.7 签到表".getBytes(StandardCharsets.UTF_8);

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final EvidenceFiles files;

  EvidenceFilesContract(TestDatabase database) {
    this.database = database;
    jdbc = database.jdbc();
    files = new JdbcEvidenceFiles(jdbc, database.transactions(), () -> Instant.EPOCH);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aFileComesBackAsItCameAndTheSameAgainChangesNothing() {
    EvidenceFiles.Filed filed = files.keep("附件 1", "签到表.pdf", FileKind.PDF, PAGE, "wang");

    assertThat(filed.sha256())
        .isEqualTo("526608faeff759c3ff39aa4709dbdaee4a5a19879eaaac81de6939c5abda178e");
    assertThat(files.keep("附件 1", "另一个名字.pdf", FileKind.PDF, PAGE, "li")).isEqualTo(filed);
    assertThat(files.all()).containsExactly(filed);
    assertThat(files.content(filed.sha256()).orElseThrow().bytes()).isEqualTo(PAGE);
  }

  @Test
  void aFileThatProvesTwoThingsIsKeptOnce() {
    String sha256 = files.keep("附件 1", "1.pdf", FileKind.PDF, PAGE, "wang").sha256();
    files.keep("附件 2", "2.pdf", FileKind.PDF, PAGE, "wang");

    assertThat(files.all()).extracting(EvidenceFiles.Filed::sha256).containsExactly(sha256, sha256);
    assertThat(jdbc.sql("SELECT COUNT(*) FROM evidence_content").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void nobodyChangesOrDeletesWhatProvesSomething() {
    files.keep("附件 1", "1.pdf", FileKind.PDF, PAGE, "wang");

    assertThatThrownBy(() -> jdbc.sql("UPDATE evidence_content SET size = 1").update())
        .hasStackTraceContaining("Evidence is not changed");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM evidence_content").update())
        .hasStackTraceContaining("Evidence is not changed");
  }

  @Test
  void whatWasNeverHandedInIsNotThere() {
    assertThat(files.content("0".repeat(64))).isEmpty();
  }
}
