package org.kepu.assistant.conversation.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteTurnLedgerTest extends JdbcTurnLedgerContract {

  SqliteTurnLedgerTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
