package org.kepu.assistant.ledger;

import java.util.List;
import java.util.UUID;

/** The plans. Safe for use by several threads and processes. */
public interface Plans {

  /** All, the latest first. */
  List<Plan> all();

  /** Keeps a plan, in place of the one of its id. */
  void keep(Plan plan);

  /** Puts a plan away. */
  void remove(UUID id);
}
