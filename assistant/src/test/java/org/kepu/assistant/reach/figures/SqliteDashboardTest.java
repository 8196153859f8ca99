package org.kepu.assistant.reach.figures;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteDashboardTest extends DashboardContract {

  SqliteDashboardTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
