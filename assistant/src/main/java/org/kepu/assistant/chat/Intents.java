package org.kepu.assistant.chat;

import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.reach.Intent;

/** What a turn was about, told from how it was answered. */
final class Intents {

  private Intents() {}

  /**
   * @param searched whether the collection was searched for it
   */
  static Intent of(Question question, Answer answer, boolean searched) {
    if (answer.outcome() == Outcome.REFUSED || answer.outcome() == Outcome.CRISIS) {
      return Intent.RISK;
    }
    if (!searched && !answer.generatedBy().equals(Verdict.COMPUTED)) {
      return Intent.PRACTICAL;
    }
    return question.audience() == Audience.EDUCATOR ? Intent.EDUCATOR : Intent.KNOWLEDGE;
  }
}
