package org.kepu.assistant.activity;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteActivitiesTest extends ActivitiesContract {

  SqliteActivitiesTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
