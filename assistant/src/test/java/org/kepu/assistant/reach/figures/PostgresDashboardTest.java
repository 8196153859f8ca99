package org.kepu.assistant.reach.figures;

import org.kepu.assistant.PostgresDatabase;

class PostgresDashboardTest extends DashboardContract {

  PostgresDashboardTest() {
    super(new PostgresDatabase());
  }
}
