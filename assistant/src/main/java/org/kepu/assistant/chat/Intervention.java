package org.kepu.assistant.chat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.kepu.assistant.guard.Concern;
import org.springframework.context.MessageSource;

/**
 * Says what the guard wants said, in words written beforehand: help in an emergency, or a polite
 * line and a way back.
 */
final class Intervention {

  private static final int SUGGESTIONS = 4;

  private final OpeningQuestions openings;
  private final MessageSource messages;

  Intervention(OpeningQuestions openings, MessageSource messages) {
    this.openings = openings;
    this.messages = messages;
  }

  /** What to do now. Nothing is suggested beside it. */
  Verdict help(Concern concern, Question question, Consumer<AnswerPart> out) {
    say("guard.crisis." + concern.name(), question, out);
    out.accept(new Suggestions(List.of()));
    return new Verdict(Outcome.CRISIS, Verdict.EXTRACTIVE);
  }

  /** That it is not answered here, and what could be asked instead. */
  Verdict refuse(Concern concern, Question question, Consumer<AnswerPart> out) {
    say("guard.refused." + concern.name(), question, out);
    out.accept(
        new Suggestions(
            openings
                .at(question.venue(), null, question.exhibit(), question.audience())
                .stream()
                .limit(SUGGESTIONS)
                .toList()));
    return new Verdict(Outcome.REFUSED, Verdict.EXTRACTIVE);
  }

  /** A message, a sentence a line; in words for children where there are such. */
  private void say(String key, Question question, Consumer<AnswerPart> out) {
    Locale locale = question.language().locale();
    String text = messages.getMessage(key, null, locale);
    if (question.audience() == Audience.CHILD) {
      text = messages.getMessage(key + ".child", null, text, locale);
    }
    List<String> sentences = text == null ? List.of() : text.lines().toList();
    for (int i = 0; i < sentences.size(); i++) {
      out.accept(new Sentence(i, sentences.get(i), List.of()));
    }
  }
}
