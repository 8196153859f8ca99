package org.kepu.assistant.kiosk;

import org.kepu.assistant.PostgresDatabase;

class PostgresTakenAnswersTest extends TakenAnswersContract {

  PostgresTakenAnswersTest() {
    super(new PostgresDatabase());
  }
}
