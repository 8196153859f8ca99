package org.kepu.assistant.chat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.Audience;
import org.kepu.assistant.answer.Question;
import org.springframework.context.MessageSource;

/** What is said in words written beforehand, and so without a source. */
final class AuthoredWords {

  private final MessageSource messages;

  AuthoredWords(MessageSource messages) {
    this.messages = messages;
  }

  /** A message, a sentence a line; in words for children where there are such. */
  void say(String key, Question question, Consumer<AnswerPart> out) {
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
