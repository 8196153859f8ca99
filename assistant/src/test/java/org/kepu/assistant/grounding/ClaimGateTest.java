package org.kepu.assistant.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Articles;
import org.kepu.assistant.grounding.Ruling.Reason;
import org.kepu.assistant.grounding.Ruling.Stopped;
import org.kepu.assistant.grounding.Ruling.Supported;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.taxon.Names;

class ClaimGateTest {

  private static final ClaimGate GATE =
      new ClaimGate(
          Names.of(StarterCollection.concepts(), StarterCollection.documents()), List.of("兰州"));

  private static final Passage MILU =
      Articles.passage(
          "麋鹿",
          "麋鹿是怎样回来的？",
          "1985年8月，20头麋鹿从英国乌邦寺回到北京南海子。麋鹿的学名是Elaphurus davidianus，体重可达250公斤。"
              + "公鹿的角每年冬至前后脱落。新角外面包着一层鹿茸。");

  private static final Passage MOON =
      Articles.passage(
          "月球",
          "月球有多远？",
          "月球离地球平均约38.4万千米，直径约3476千米。月球没有大气，不会下雨，白天最热超过120℃，夜里低到零下170℃以下。"
              + "20世纪60年代，人类开始登月。1969年7月20日，伽利略之后三百多年，阿姆斯特朗踏上月面。"
              + "月球的直径大于冥王星。月球表面约17%是月海，月海里的石头有三四十亿年那么老。");

  @ParameterizedTest(name = "“{0}” rests on “{1}”")
  @CsvSource({
    // word for word
    "公鹿的角每年冬至前后脱落。, 公鹿的角每年冬至前后脱落。",
    // phrased freely
    "麋鹿在1985年8月从英国回到了北京。, 1985年8月，20头麋鹿从英国乌邦寺回到北京南海子。",
    "体重最大可达250公斤。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    // in other forms of the same characters
    "公鹿的角每年冬至前後脫落。, 公鹿的角每年冬至前后脱落。",
    "麋鹿体重可达２５０公斤。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    "麋鹿的学名是ELAPHURUS davidianus。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    // in other numerals and units
    "麋鹿体重可达二百五十千克。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    "麋鹿体重可达 0.25 吨。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    "一九八五年八月，二十头麋鹿回到北京南海子。, 1985年8月，20头麋鹿从英国乌邦寺回到北京南海子。",
    // a year lies in a decade and a century
    "20世纪80年代，麋鹿从英国乌邦寺回到北京南海子。, 1985年8月，20头麋鹿从英国乌邦寺回到北京南海子。",
    // by another of its names
    "四不像的体重可达250公斤。, '麋鹿的学名是Elaphurus davidianus，体重可达250公斤。'",
    // two neighbours together
    "公鹿的角每年冬至前后脱落，新角外面包着一层鹿茸。, 公鹿的角每年冬至前后脱落。新角外面包着一层鹿茸。",
    // the shorter quote where the longer adds nothing
    "新角外面包着鹿茸。, 新角外面包着一层鹿茸。"
  })
  void aSentenceRestsOnThePlaceThatSaysIt(String claim, String quote) {
    assertThat(quotes(claim, MILU)).containsExactly(quote);
  }

  @ParameterizedTest(name = "“{0}”")
  @ValueSource(
      strings = {
        "月球离地球约384000公里。",
        "月球离地球平均大约三十八万四千千米。",
        "月球表面百分之十七左右是月海。",
        "1960年代人类开始登月。",
        "月海里的石头有30亿到40亿年那么老。",
        "直径约3476公里的月球离地球平均约38.4万千米。",
        "月球是一个没有大气、不会下雨的地方。",
        "白天最热超过120摄氏度，夜里低到-170℃以下。"
      })
  void whatIsSaidOtherwiseButTrulyPasses(String claim) {
    assertThat(GATE.rule(claim, List.of(MOON))).isInstanceOf(Supported.class);
  }

  @ParameterizedTest(name = "{1}: “{0}”")
  @CsvSource({
    "1986年8月，20头麋鹿从英国乌邦寺回到北京南海子。, QUANTITY",
    "1985年9月，20头麋鹿从英国乌邦寺回到北京南海子。, QUANTITY",
    "1985年8月，21头麋鹿从英国乌邦寺回到北京南海子。, QUANTITY",
    "19世纪80年代，麋鹿从英国乌邦寺回到北京南海子。, QUANTITY",
    "体重可达25公斤。, QUANTITY",
    "体重可达250.5公斤。, QUANTITY",
    "体重可达250斤。, QUANTITY",
    "体重可达二百六十公斤。, QUANTITY",
    // a number that stands elsewhere in the passage
    "公鹿的角每年1985天前后脱落。, QUANTITY",
    "1985年8月，250头麋鹿从英国乌邦寺回到北京南海子。, QUANTITY",
    "1985年8月，20头麋鹿从法国乌邦寺回到北京南海子。, NAME",
    "1985年8月，20头麋鹿从英国乌邦寺回到兰州南海子。, NAME",
    "1985年8月，20头梅花鹿从英国乌邦寺回到北京南海子。, NAME",
    "1985年8月，20头麋鹿从英国斯特拉福德回到北京南海子。, NAME",
    "'麋鹿的学名是Elaphurus bifurcatus，体重可达250公斤。', NAME",
    "'麋鹿的学名是Elaphurus davidiensis，体重可达250公斤。', LATIN",
    "大熊猫主要吃竹子。, UNRELATED",
    "量子计算机很贵。, UNRELATED",
    "公鹿的角不是每年冬至前后脱落。, POLARITY",
    // nothing to compare
    "'', UNRELATED",
    "。, UNRELATED",
    "鹿, UNRELATED"
  })
  void aSentenceThatThePassageDoesNotSayIsStopped(String claim, Reason reason) {
    assertThat(GATE.rule(claim, List.of(MILU)))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(reason));
  }

  @ParameterizedTest(name = "{1}: “{0}”")
  @CsvSource({
    "月球离地球平均约38.4亿千米。, QUANTITY",
    "月球离地球平均约38.4万米。, QUANTITY",
    "月球离地球平均约3476千米。, QUANTITY",
    "月球表面约71%是月海。, QUANTITY",
    "1969年7月21日，阿姆斯特朗踏上月面。, QUANTITY",
    "夜里低到零上170℃以下。, QUANTITY",
    "1969年7月20日，加加林踏上月面。, NAME",
    "月球的直径小于冥王星。, POLARITY",
    "月球有大气，会下雨。, POLARITY",
    "白天最热不到120℃。, POLARITY"
  })
  void anotherNumberUnitDateNameOrTheOppositeIsStopped(String claim, Reason reason) {
    assertThat(GATE.rule(claim, List.of(MOON)))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(reason));
  }

  @Test
  void aSentenceThatJoinsTwoPassagesRestsOnBoth() {
    assertThat(quotes("公鹿的角每年冬至前后脱落，而月球的直径大于冥王星。", MILU, MOON))
        .containsExactly("公鹿的角每年冬至前后脱落。", "月球的直径大于冥王星。");
  }

  @Test
  void aNumberOfAPassageThatIsNotCitedDoesNotCount() {
    Ruling ruling = GATE.rule("月球离地球平均约38.4万千米。", List.of(MILU));

    assertThat(ruling).isInstanceOf(Stopped.class);
  }

  @Test
  void withoutAPassageNothingPasses() {
    assertThat(GATE.rule("公鹿的角每年脱落。", List.of())).isInstanceOf(Stopped.class);
  }

  private static List<String> quotes(String claim, Passage... passages) {
    return switch (GATE.rule(claim, List.of(passages))) {
      case Supported supported ->
          supported.by().stream().map(by -> by.span().of(by.passage().text())).toList();
      case Stopped stopped -> List.of(stopped.toString());
    };
  }
}
