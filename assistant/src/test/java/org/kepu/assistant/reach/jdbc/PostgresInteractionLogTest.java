package org.kepu.assistant.reach.jdbc;

import org.kepu.assistant.PostgresDatabase;

class PostgresInteractionLogTest extends JdbcInteractionLogContract {

  PostgresInteractionLogTest() {
    super(new PostgresDatabase());
  }
}
