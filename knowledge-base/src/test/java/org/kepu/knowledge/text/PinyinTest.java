package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTest {

  @ParameterizedTest(name = "{0} is read {1}")
  @CsvSource({
    "麋, mi",
    "鹿, lu",
    "熊, xiong",
    "猫, mao",
    "恐, kong",
    "龙, long",
    "龍, long",
    "爱, ai",
    "二, er",
    "绿, lv",
    "女, nv",
    "略, lve",
    "鱼, yu",
    "雪, xue",
    "学, xue",
    "一, yi",
  })
  void aCharacterIsReadWithoutItsToneAndUmlautAsItIsTyped(char character, String syllable) {
    assertThat(Pinyin.of(character)).isEqualTo(syllable);
  }

  @ParameterizedTest
  @ValueSource(chars = {'a', 'Z', '7', ' ', '？', '。', 'の', '한', '\uD83E', '\u0000', '㐂', '\uF900'})
  void whatIsNoHanCharacterOfTheMainBlockHasNoSound(char character) {
    assertThat(Pinyin.of(character)).isEmpty();
  }

  @Test
  void aSyllableIsOneToSixLowerCaseLetters() {
    assertThat(IntStream.rangeClosed(0x4E00, 0x9FFF).mapToObj(point -> Pinyin.of((char) point)))
        .allMatch(syllable -> syllable.matches("[a-z]{0,6}"))
        .filteredOn(syllable -> !syllable.isEmpty())
        .hasSizeGreaterThan(20_000);
  }
}
