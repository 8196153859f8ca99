package org.kepu.assistant.reach.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteInteractionLogTest extends JdbcInteractionLogContract {

  SqliteInteractionLogTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
