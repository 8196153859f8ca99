package org.kepu.assistant.answer.llm.jdbc;

import org.kepu.assistant.PostgresDatabase;

class PostgresSpendingTest extends JdbcSpendingContract {

  PostgresSpendingTest() {
    super(new PostgresDatabase());
  }
}
