package org.kepu.assistant.kiosk;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteTerminalKeeperTest extends TerminalKeeperContract {

  SqliteTerminalKeeperTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
