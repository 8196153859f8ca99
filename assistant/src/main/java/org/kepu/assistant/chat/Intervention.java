package org.kepu.assistant.chat;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.guard.Concern;

/**
 * Says what the guard wants said, in words written beforehand: help in an emergency, or a polite
 * line and a way back.
 */
final class Intervention {

  private static final int SUGGESTIONS = 4;

  private final OpeningQuestions openings;
  private final AuthoredWords words;

  Intervention(OpeningQuestions openings, AuthoredWords words) {
    this.openings = openings;
    this.words = words;
  }

  /** What to do now. Nothing is suggested beside it. */
  Verdict help(Concern concern, Question question, Consumer<AnswerPart> out) {
    words.say("guard.crisis." + concern.name(), question, out);
    out.accept(new Suggestions(List.of()));
    return new Verdict(Outcome.CRISIS, Verdict.EXTRACTIVE);
  }

  /** That it is not answered here, and what could be asked instead. */
  Verdict refuse(Concern concern, Question question, Consumer<AnswerPart> out) {
    words.say("guard.refused." + concern.name(), question, out);
    out.accept(
        new Suggestions(
            openings.at(question.venue(), null, question.exhibit(), question.audience()).stream()
                .limit(SUGGESTIONS)
                .toList()));
    return new Verdict(Outcome.REFUSED, Verdict.EXTRACTIVE);
  }
}
