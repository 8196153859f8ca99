package org.kepu.assistant.reach;

/**
 * The append-only log from which every figure of reach is computed. Appending joins the caller's
 * transaction where there is one; the same event appended again changes nothing.
 */
public interface InteractionLog {

  void append(Interaction interaction);
}
