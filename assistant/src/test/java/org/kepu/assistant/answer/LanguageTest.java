package org.kepu.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

  @ParameterizedTest(name = "{0} is served in {1}")
  @CsvSource({
    "zh, SIMPLIFIED",
    "zh-CN, SIMPLIFIED",
    "zh-SG, SIMPLIFIED",
    "zh-Hans-CN, SIMPLIFIED",
    "zh-TW, TRADITIONAL",
    "zh-HK, TRADITIONAL",
    "zh-MO, TRADITIONAL",
    "zh-Hant, TRADITIONAL",
    "zh-Hant-TW, TRADITIONAL",
    "en, ENGLISH",
    "en-US, ENGLISH",
    "en-HK, ENGLISH",
    "fr, SIMPLIFIED",
    "und, SIMPLIFIED"
  })
  void aCallerIsServedInTheLanguageThatSuitsBest(String tag, Language expected) {
    assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void aLanguageSuitsItsOwnLocale(Language language) {
    assertThat(Language.of(language.locale())).isEqualTo(language);
  }
}
