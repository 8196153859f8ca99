package org.kepu.assistant.register;

import org.kepu.assistant.answer.Language;
import org.kepu.knowledge.translation.EnglishGlossary;

/** In which language a question is answered. */
public final class QuestionLanguage {

  private final EnglishGlossary english;

  public QuestionLanguage(EnglishGlossary english) {
    this.english = english;
  }

  /**
   * The language the question is asked in, where it shows: Traditional characters or English words.
   *
   * @param preferred what the caller's settings say, for all other questions
   */
  public Language of(String question, Language preferred) {
    if (TraditionalScript.isIn(question)) {
      return Language.TRADITIONAL;
    }
    return english.speaks(question) ? Language.ENGLISH : preferred;
  }
}
