package org.kepu.assistant.kiosk;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;

class SqliteTakenAnswersTest extends TakenAnswersContract {

  SqliteTakenAnswersTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
