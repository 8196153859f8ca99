package org.kepu.assistant.answer.llm;

/** A model that writes text for a prompt. Safe for use by several threads. */
public interface LanguageModel {

  /** Its name, as answers tell it. */
  String name();

  /**
   * Asks it to write; what it writes is read from the stream.
   *
   * @throws ModelFailureException if it is not asked
   */
  ModelStream write(Prompt prompt, Deadlines deadlines);
}
