package org.kepu.assistant.educator.jdbc;

import org.kepu.assistant.PostgresDatabase;
import org.kepu.assistant.educator.ItemSetStoreContract;

class PostgresItemSetStoreTest extends ItemSetStoreContract {

  PostgresItemSetStoreTest() {
    super(new PostgresDatabase());
  }
}
