package org.kepu.assistant.report.lock;

import org.kepu.assistant.PostgresDatabase;

class PostgresLocksTest extends LocksContract {

  PostgresLocksTest() {
    super(new PostgresDatabase());
  }

  @Override
  String withoutTrigger(String table) {
    return "DROP TRIGGER %s_is_not_changed ON %s".formatted(table, table);
  }
}
