package org.kepu.assistant.account;

import org.kepu.assistant.PostgresDatabase;

class PostgresAccountsTest extends AccountsContract {

  PostgresAccountsTest() {
    super(new PostgresDatabase());
  }
}
