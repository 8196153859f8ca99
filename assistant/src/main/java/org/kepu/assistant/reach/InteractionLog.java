package org.kepu.assistant.reach;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * The append-only log from which every figure of reach is computed. Appending joins the caller's
 * transaction where there is one; the same event appended again changes nothing.
 */
public interface InteractionLog {

  /** Records what happened, and says whether it is new. */
  boolean append(Interaction interaction);

  /**
   * Reads what happened from {@code from} up to and without {@code to}, ordered by when it occurred
   * and then as it was written. Texts are left out.
   */
  void read(Instant from, Instant to, Consumer<Interaction> reader);
}
