package org.kepu.assistant.reach.count;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteSyntheticDayTest extends SyntheticDayContract {

  SqliteSyntheticDayTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder), folder);
  }
}
