package org.kepu.assistant.security;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteSecurityLogTest extends SecurityLogContract {

  SqliteSecurityLogTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
