package org.kepu.assistant.ledger;

import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterIT extends RegisterContract {

  @Override
  Service start() {
    return Service.start(IndexedHome.named("register"));
  }

  @Override
  void breakLedger(JdbcClient jdbc) {
    jdbc.sql(
            """
            CREATE TRIGGER torn BEFORE INSERT ON ledger_entry
            BEGIN SELECT RAISE(ABORT, 'The disk is full'); END""")
        .update();
  }

  @Override
  void mendLedger(JdbcClient jdbc) {
    jdbc.sql("DROP TRIGGER torn").update();
  }
}
