package org.kepu.assistant.chat;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Outcome;
import org.kepu.assistant.answer.Question;
import org.kepu.assistant.answer.Verdict;
import org.springframework.context.MessageSource;

/** Asks which of several things a question means, or what it means at all. */
final class AskingBack {

  private final MessageSource messages;

  AskingBack(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * Hands the question back to {@code out}.
   *
   * @param choices whole questions to tap; empty: the visitor must say what is meant
   */
  Verdict ask(Question question, List<String> choices, Consumer<AnswerPart> out) {
    String key = choices.isEmpty() ? "context.what" : "context.which";
    String text = messages.getMessage(key, null, question.language().locale());
    out.accept(new Sentence(0, text, List.of()));
    out.accept(new Suggestions(choices));
    return new Verdict(Outcome.CLARIFIED, Verdict.EXTRACTIVE);
  }
}
