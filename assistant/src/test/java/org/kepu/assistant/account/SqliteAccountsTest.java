package org.kepu.assistant.account;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteAccountsTest extends AccountsContract {

  SqliteAccountsTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
