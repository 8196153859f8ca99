package org.kepu.assistant.answer.llm.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteSpendingTest extends JdbcSpendingContract {

  SqliteSpendingTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
