package org.kepu.assistant.ledger;

import org.kepu.assistant.PostgresDatabase;

class PostgresEvidenceFilesTest extends EvidenceFilesContract {

  PostgresEvidenceFilesTest() {
    super(new PostgresDatabase());
  }
}
