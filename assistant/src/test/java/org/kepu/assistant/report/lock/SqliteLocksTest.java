package org.kepu.assistant.report.lock;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteLocksTest extends LocksContract {

  SqliteLocksTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }

  @Override
  String withoutTrigger(String table) {
    return "DROP TRIGGER " + table + "_is_not_changed";
  }
}
