package org.kepu.assistant.chat;

import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.guard.Concern;
import org.kepu.assistant.reach.Intent;

/** What a turn was about, told from how it was answered. */
final class Intents {

  private Intents() {}

  /** Of a question that the collection was searched for. */
  static Intent searched(Question question) {
    return question.audience() == Audience.EDUCATOR ? Intent.EDUCATOR : Intent.KNOWLEDGE;
  }

  /** Of a question that needed no search: what is computed is knowledge, too. */
  static Intent direct(Question question, Verdict verdict) {
    return verdict.generatedBy().equals(Verdict.COMPUTED) ? searched(question) : Intent.PRACTICAL;
  }

  /** Of what the guard stopped. */
  static Intent stopped(Concern concern) {
    return concern == Concern.ABUSE ? Intent.ABUSE : Intent.RISK;
  }
}
