package org.kepu.assistant.reach.count;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.PostgresDatabase;

class PostgresSyntheticDayTest extends SyntheticDayContract {

  PostgresSyntheticDayTest(@TempDir Path folder) {
    super(new PostgresDatabase(), folder);
  }
}
