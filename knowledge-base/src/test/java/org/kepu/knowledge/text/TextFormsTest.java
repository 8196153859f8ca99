package org.kepu.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;

class TextFormsTest {

  @ParameterizedTest(name = "“{0}” is matched as “{1}”")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          麋鹿                | 麋鹿
          ＡＢＣ１２３        | abc123
          38万㎞              | 38万km
          ①号                 | 1号
          ｶﾞ                  | ガ
          Père David’s Deer   | père david’s deer
          STRASSE             | strasse
          Straße              | strasse
          恐龍與鳥類          | 恐龙与鸟类
          國家自然博物館      | 国家自然博物馆
          麋鹿吃什麼？        | 麋鹿吃什么?
          """)
  void textsThatSayTheSameAreMatchedInOneForm(String text, String form) {
    assertThat(TextForms.forMatching(text)).isEqualTo(form);
  }

  @Test
  void aLetterAndItsAccentAreComposed() {
    assertThat(TextForms.forMatching("Pe\u0300re")).isEqualTo("p\u00E8re");
  }

  @ParameterizedTest(name = "“{0}” is embedded as “{1}”")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          麋鹿吃什么？          | 麋鹿吃什么？
          “四不像”，又名麋鹿。  | “四不像”，又名麋鹿。
          ＭＩＬＵ１２          | milu12
          ［ｘ］＠              | ［x］＠
          T. Rex                | t. rex
          38万㎞                | 38万㎞
          恐龍與鳥類            | 恐龙与鸟类
          """)
  void theEmbeddedFormIsLowerCaseAndSimplifiedAndKeepsItsPunctuation(String text, String form) {
    assertThat(TextForms.forEmbedding(text)).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "㎞①ß", "İstanbul", "ﬁn", "𠮷野家🦌", "Pe\u0300re", "臺灣\uD83E"})
  void theEmbeddedFormIsAsLongAsTheText(String text) {
    assertThat(TextForms.forEmbedding(text)).hasSameSizeAs(text);
  }

  @Test
  void theEmbeddedFormOfEveryArticleIsAsLongAsTheArticle() {
    assertThat(StarterCollection.documents())
        .isNotEmpty()
        .extracting(Document::text)
        .filteredOn(text -> TextForms.forEmbedding(text).length() != text.length())
        .isEmpty();
  }

  @Test
  void everyHanCharacterFoldsToOneCharacter() {
    assertThat(hanCharacters())
        .filteredOn(character -> TextForms.forEmbedding(character).length() != 1)
        .isEmpty();
  }

  @Test
  void whatIsFoldedFoldsNoFurther() {
    assertThat(hanCharacters().map(TextForms::forEmbedding))
        .filteredOn(folded -> !TextForms.forEmbedding(folded).equals(folded))
        .isEmpty();
  }

  @Test
  void bothFormsFoldAHanCharacterAlike() {
    String traditional = "臺灣雲豹、綠孔雀與揚子鱷";
    assertThat(TextForms.forMatching(traditional)).isEqualTo("台湾云豹、绿孔雀与扬子鳄");
    assertThat(TextForms.forEmbedding(traditional)).isEqualTo("台湾云豹、绿孔雀与扬子鳄");
  }

  @ParameterizedTest(name = "“{0}” has the key “{1}”")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          《麋鹿》             | 麋鹿
          麋 鹿                | 麋鹿
          麋　鹿              | 麋鹿
          Père David's deer    | pèredavidsdeer
          T. rex               | trex
          ＭＩＬＵ+            | milu
          嫦娥-5號             | 嫦娥5号
          """)
  void aNamesKeyForgetsMarksSpacesAndWriting(String name, String key) {
    assertThat(TextForms.asKey(name)).isEqualTo(key);
  }

  private static Stream<String> hanCharacters() {
    return IntStream.rangeClosed(0x3400, 0x9FFF).mapToObj(Character::toString);
  }
}
