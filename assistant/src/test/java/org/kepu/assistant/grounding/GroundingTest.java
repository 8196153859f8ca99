package org.kepu.assistant.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {

  private static final String PASSAGE =
      "1985年8月，20头麋鹿从英国乌邦寺回到北京南海子。麋鹿的学名是Elaphurus davidianus，体重可达250公斤。"
          + "公鹿的角每年冬至前后脱落。新角外面包着一层鹿茸。";

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
    // two neighbours together
    "公鹿的角每年冬至前后脱落，新角外面包着一层鹿茸。, 公鹿的角每年冬至前后脱落。新角外面包着一层鹿茸。"
  })
  void aSentenceRestsOnThePlaceThatSaysIt(String claim, String quote) {
    assertThat(Grounding.support(claim, PASSAGE).map(span -> span.of(PASSAGE))).hasValue(quote);
  }

  @ParameterizedTest(name = "“{0}” rests on nothing")
  @ValueSource(
      strings = {
        // other numbers
        "1986年8月，20头麋鹿从英国乌邦寺回到北京南海子。",
        "1985年8月，21头麋鹿从英国乌邦寺回到北京南海子。",
        "体重可达25公斤。",
        "体重可达250.5公斤。",
        // a number that stands elsewhere in the passage
        "公鹿的角每年1985天前后脱落。",
        // another Latin name
        "麋鹿的学名是Elaphurus bifurcatus，体重可达250公斤。",
        // something else altogether
        "大熊猫主要吃竹子。",
        "量子计算机很贵。",
        // nothing to compare
        "",
        "。",
        "鹿"
      })
  void aSentenceThatThePassageDoesNotSayRestsOnNothing(String claim) {
    assertThat(Grounding.support(claim, PASSAGE)).isEmpty();
  }

  @Test
  void theShorterQuoteIsPreferredWhereTheLongerAddsNothing() {
    assertThat(Grounding.support("新角外面包着鹿茸。", PASSAGE).map(span -> span.of(PASSAGE)))
        .hasValue("新角外面包着一层鹿茸。");
  }

  @Test
  void anEmptyPassageSupportsNothing() {
    assertThat(Grounding.support("公鹿的角每年脱落。", "")).isEmpty();
  }
}
