package org.kepu.assistant.conversation.jdbc;

import org.kepu.assistant.PostgresDatabase;

class PostgresTurnLedgerTest extends JdbcTurnLedgerContract {

  PostgresTurnLedgerTest() {
    super(new PostgresDatabase());
  }
}
