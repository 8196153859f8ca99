package org.kepu.assistant.security;

import org.kepu.assistant.PostgresDatabase;

class PostgresSecurityLogTest extends SecurityLogContract {

  PostgresSecurityLogTest() {
    super(new PostgresDatabase());
  }
}
