package org.kepu.assistant.register;

import java.util.List;
import java.util.function.Consumer;
import org.kepu.assistant.answer.AnswerPart;
import org.kepu.assistant.answer.AnswerPart.Citation;
import org.kepu.assistant.answer.AnswerPart.Illustration;
import org.kepu.assistant.answer.AnswerPart.Sentence;
import org.kepu.assistant.answer.AnswerPart.Suggestions;
import org.kepu.assistant.answer.Language;
import org.kepu.assistant.answer.Question;
import org.springframework.context.MessageSource;

/**
 * Puts answers in the reader's writing. In Traditional, sentences and questions to go on with are
 * written in Traditional characters; a citation stays to the letter what its document says. In
 * English, Chinese sentences are led in by a sentence that says what follows. Every sentence gets
 * the readings of what is rare in it.
 */
public final class Wording {

  private final QuestionLanguage languages;
  private final Readings readings;
  private final MessageSource messages;

  public Wording(QuestionLanguage languages, Readings readings, MessageSource messages) {
    this.languages = languages;
    this.readings = readings;
    this.messages = messages;
  }

  /** The question, to be answered in its own language. */
  public Question inItsLanguage(Question question) {
    Language language = languages.of(question.text(), question.language());
    return language == question.language()
        ? question
        : new Question(
            question.text(),
            question.channel(),
            question.venue(),
            question.exhibit(),
            question.audience(),
            language);
  }

  /** Takes the parts of one answer in {@code language} and hands them on to {@code out}. */
  public Worded worded(Language language, Consumer<AnswerPart> out) {
    return new Worded(language, out);
  }

  /** One answer on its way. */
  public final class Worded implements Consumer<AnswerPart> {

    private final Language language;
    private final Consumer<AnswerPart> out;
    private int said;
    private boolean grounded = true;

    private Worded(Language language, Consumer<AnswerPart> out) {
      this.language = language;
      this.out = out;
    }

    /**
     * Whether every sentence that an answerer said names a citation; what leads in says nothing.
     */
    public boolean grounded() {
      return grounded;
    }

    @Override
    public void accept(AnswerPart part) {
      out.accept(
          switch (part) {
            case Sentence sentence -> sentence(sentence);
            case Citation citation -> citation;
            case Illustration picture ->
                new Illustration(picture.url(), written(picture.alt()), written(picture.credit()));
            case Suggestions next ->
                new Suggestions(next.questions().stream().map(this::written).toList());
          });
    }

    private Sentence sentence(Sentence sentence) {
      grounded &= !sentence.citations().isEmpty();
      if (said == 0 && language == Language.ENGLISH && mostlyHan(sentence.text())) {
        String lead = messages.getMessage("answer.in-chinese", null, language.locale());
        out.accept(new Sentence(said++, lead, List.of()));
      }
      String text = written(sentence.text());
      return new Sentence(said++, text, sentence.citations(), readings.in(text));
    }

    private String written(String text) {
      return language == Language.TRADITIONAL ? TraditionalScript.of(text) : text;
    }
  }

  private static boolean mostlyHan(String text) {
    long han = text.codePoints().filter(Wording::isHan).count();
    return han > text.codePoints().filter(Character::isLetter).count() - han;
  }

  private static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }
}
