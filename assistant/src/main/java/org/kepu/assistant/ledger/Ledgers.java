package org.kepu.assistant.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What was imported. Safe for use by several threads and processes. */
public interface Ledgers {

  /** What became of an entry. */
  enum Effect {
    NEW,
    CHANGED,
    SAME
  }

  /** What would become of each of these, in their order; nothing is kept. */
  List<Effect> preview(List<Entry> entries);

  /**
   * Keeps all of these, or none. What an entry was before it was put right stays on record.
   *
   * @param by the name of the account that hands them in
   * @return what became of each, in their order
   */
  List<Effect> keep(List<Entry> entries, String by);

  /** The ids of the activities whose heads are reported, there or online, of any day. */
  Set<String> counted();

  /** The entries up to a day, the last included, in a fixed order. */
  List<Entry> upTo(LocalDate last);
}
