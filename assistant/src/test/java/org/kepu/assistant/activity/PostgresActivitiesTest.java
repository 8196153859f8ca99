package org.kepu.assistant.activity;

import org.kepu.assistant.PostgresDatabase;

class PostgresActivitiesTest extends ActivitiesContract {

  PostgresActivitiesTest() {
    super(new PostgresDatabase());
  }
}
