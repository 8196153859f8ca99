package org.kepu.assistant.educator.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.SqliteDatabase;
import org.kepu.assistant.educator.ItemSetStoreContract;

class SqliteItemSetStoreTest extends ItemSetStoreContract {

  SqliteItemSetStoreTest(@TempDir Path folder) {
    super(new SqliteDatabase(folder));
  }
}
