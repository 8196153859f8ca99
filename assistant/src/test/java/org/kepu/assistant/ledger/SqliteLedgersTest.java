package org.kepu.assistant.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteLedgersTest extends LedgersContract {

  SqliteLedgersTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
