package org.kepu.assistant.kiosk;

import org.kepu.assistant.PostgresDatabase;

class PostgresTerminalKeeperTest extends TerminalKeeperContract {

  PostgresTerminalKeeperTest() {
    super(new PostgresDatabase());
  }
}
