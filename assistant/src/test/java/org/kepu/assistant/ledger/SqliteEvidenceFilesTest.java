package org.kepu.assistant.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteEvidenceFilesTest extends EvidenceFilesContract {

  SqliteEvidenceFilesTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
