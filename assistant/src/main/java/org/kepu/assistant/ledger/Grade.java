package org.kepu.assistant.ledger;

/** How well an amount is proven. */
public enum Grade {
  /** Measured by this system. */
  A,
  /** A gate's or a ticket system's count. */
  B,
  /** Counted by hand, with an attachment. */
  C,
  /** A platform's screenshot. */
  D
}
