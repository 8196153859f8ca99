package org.kepu.assistant.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.answer.Language;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.translation.EnglishGlossary;

/** A question is answered in its own language, where that shows. */
class QuestionLanguageTest {

  private static final QuestionLanguage LANGUAGES =
      new QuestionLanguage(new EnglishGlossary(StarterCollection.english()));

  @ParameterizedTest
  @CsvSource({
    "麋鹿為什麼叫四不像, SIMPLIFIED, TRADITIONAL",
    "麋鹿為什麼叫四不像, ENGLISH, TRADITIONAL",
    "麋鹿为什么叫四不像, SIMPLIFIED, SIMPLIFIED",
    "麋鹿为什么叫四不像, TRADITIONAL, TRADITIONAL",
    "麋鹿为什么叫四不像, ENGLISH, ENGLISH",
    "Why do milu have antlers?, SIMPLIFIED, ENGLISH",
    "how far is the moon, TRADITIONAL, ENGLISH",
    "Tyrannosaurus rex 吃什么, SIMPLIFIED, SIMPLIFIED",
    "milu zhu zai nali, SIMPLIFIED, SIMPLIFIED",
    "T. rex, SIMPLIFIED, SIMPLIFIED",
    "M31, SIMPLIFIED, SIMPLIFIED",
    "123, SIMPLIFIED, SIMPLIFIED",
  })
  void ofQuestions(String question, Language preferred, Language language) {
    assertThat(LANGUAGES.of(question, preferred)).isEqualTo(language);
  }
}
