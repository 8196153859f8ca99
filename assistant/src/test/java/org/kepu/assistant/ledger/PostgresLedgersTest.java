package org.kepu.assistant.ledger;

import org.kepu.assistant.PostgresDatabase;

class PostgresLedgersTest extends LedgersContract {

  PostgresLedgersTest() {
    super(new PostgresDatabase());
  }
}
