package org.kepu.assistant.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.answer.AnswerPart.Reading;
import org.kepu.knowledge.collection.StarterCollection;

/** A voice says what is written in the way an editor would. */
class ReadingsTest {

  private static final Readings READINGS = new Readings(StarterCollection.concepts());

  @ParameterizedTest
  @CsvSource({
    "朱鹮在飞。, 朱鹮=zhū huán",
    "麋鹿吃草。, 麋鹿=mí lù",
    "昴星团很亮。, 昴星团=mǎo xīng tuán",
    "參宿四是紅色的。, 參宿四=shēn xiù sì",
    "参宿在西边。, 参宿=shēn xiù",
    "二十八宿里的觜宿。, 二十八宿=èr shí bā xiù|觜宿=zī xiù",
    "一只鸬鹚。, 鸬=lú|鹚=cí",
  })
  void rareNamesAreReadAsTheirEditorsWroteIt(String sentence, String readings) {
    assertThat(said(sentence)).containsExactly(readings.split("\\|"));
  }

  @Test
  void aRareCharacterOutsideOfNamesIsReadByTheTable() {
    assertThat(said("他攥着一块石头。")).containsExactly("攥=zuàn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "地球绕太阳转一圈要一年。",
        "恐龙在很久以前灭绝了。",
        "女宿舍在那边，人参加比赛，大家露宿。",
        "為什麼天空是藍色的？",
        "The Moon is 384,400 km away.",
        "",
      })
  void ordinaryTextsHaveNone(String sentence) {
    assertThat(READINGS.in(sentence)).isEmpty();
  }

  @Test
  void readingsStandInOrderAndDoNotOverlapInTheWholeCollection() {
    StarterCollection.documents()
        .forEach(
            document -> {
              List<Reading> readings = READINGS.in(document.text());
              for (int i = 1; i < readings.size(); i++) {
                assertThat(readings.get(i).start())
                    .isGreaterThanOrEqualTo(readings.get(i - 1).end());
              }
              assertThat(readings).allMatch(reading -> reading.end() <= document.text().length());
            });
  }

  /** Else an engine could not tell which character has which syllable. */
  @Test
  void everyCharacterOfANameHasItsSyllable() {
    assertThat(StarterCollection.concepts())
        .filteredOn(concept -> concept.reading() != null)
        .isNotEmpty()
        .allSatisfy(
            concept ->
                assertThat(String.valueOf(concept.reading()).split(" "))
                    .as(concept.name())
                    .hasSize(concept.name().length()));
  }

  private static List<String> said(String sentence) {
    return READINGS.in(sentence).stream()
        .map(reading -> sentence.substring(reading.start(), reading.end()) + "=" + reading.pinyin())
        .toList();
  }
}
