package org.kepu.assistant.educator.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Articles;
import org.kepu.knowledge.document.Document;

class QuestionsTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "月球的直径约3474千米，比地球小, 月球的直径约多少千米？",
    "月球绕地球一圈约27.3天, 月球绕地球一圈约多少天？",
    "成年长江江豚一般长1.2米到1.6米，体重不大, 成年长江江豚一般长多少米？",
    "霸王龙生活在约6800万年前, 霸王龙生活在约多少年前？",
    "瓢虫小时候有6条腿, 瓢虫小时候有几条腿？",
    "收集了零散的18头麋鹿，让麋鹿合群, 收集了零散的多少头麋鹿？",
    "金星大气里约96%是二氧化碳, 金星大气里约多少%是二氧化碳？",
  })
  void aFigureIsAskedForInItsPlace(String text, String question) {
    Figure figure = Figure.in(text).getFirst();

    assertThat(Questions.asking(text, figure.start(), figure.end(), figure.asked()))
        .contains(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "体长约3米多", // no figure, but more than one
        "体长估计在10米以上",
        "水深不超过6米的海域",
        "20世纪80年代",
        "1985年8月回到中国",
        "按计划在2028年前后发射",
        "M31是一个星系",
        "第3颗行星",
      })
  void whatIsNoPlainFigureIsNotAskedFor(String text) {
    assertThat(Figure.in(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "质量超过太阳约8倍的恒星",
    "在地壳浅处，一般每往下1千米",
  })
  void aPartOfASentenceIsNoQuestion(String text) {
    Figure figure = Figure.in(text).getFirst();

    assertThat(Questions.asking(text, figure.start(), figure.end(), figure.asked())).isEmpty();
  }

  @ParameterizedTest(name = "beside {0}")
  @ValueSource(strings = {"约3474千米", "6条", "96%", "1.1万只", "23到29℃", "90度", "0.1毫米", "5.08亿年"})
  void wrongFiguresAreWrittenLikeTheRightOne(String written) {
    Figure right = Figure.in(written).getFirst();

    for (int seed = 0; seed < 20; seed++) {
      List<String> wrong = NearFigures.beside(right, 3, new SplittableRandom(seed));
      assertThat(wrong).doesNotContain(written).doesNotHaveDuplicates();
      assertThat(wrong)
          .allSatisfy(
              other -> {
                Figure figure = Figure.in(other).getFirst();
                assertThat(figure.unit()).isEqualTo(right.unit());
                assertThat(figure.vague()).isEqualTo(right.vague());
                assertThat(figure.range()).isEqualTo(right.range());
                assertThat(figure.value()).isPositive();
              });
    }
  }

  @Test
  void wrongFiguresStandOnBothSides() {
    Figure right = Figure.in("约3474千米").getFirst();
    long rightIsLeast =
        new SplittableRandom(1)
            .ints(200)
            .mapToObj(seed -> NearFigures.beside(right, 3, new SplittableRandom(seed)))
            .filter(wrong -> wrong.stream().noneMatch(w -> Figure.in(w).getFirst().value() < 3474))
            .count();

    assertThat(rightIsLeast).isBetween(25L, 75L);
  }

  @ParameterizedTest(name = "beside {0}")
  @ValueSource(ints = {1054, 1865, 1985, 2019, 2024})
  void wrongYearsAreYearsThatWere(int year) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(NearFigures.beside(year, 3, new SplittableRandom(seed)))
          .hasSize(3)
          .doesNotContain(year)
          .doesNotHaveDuplicates()
          .allMatch(other -> other > 0 && other <= 2025);
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "冬虫夏草不是草，冬虫夏草是一种真菌, 冬虫夏草是草",
    "雌麋鹿头上没有角, 雌麋鹿头上有角",
    "珊瑚不是植物而是动物, 珊瑚是植物",
    "蝙蝠不会飞, 蝙蝠会飞",
    "刺猬不吃果子, 刺猬吃果子",
  })
  void aDenialIsTurnedIntoWhatItDenies(String text, String falsehood) {
    assertThat(Falsehood.affirmed(text))
        .get()
        .extracting(Falsehood::statement)
        .isEqualTo(falsehood);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "霸王龙身上有没有羽毛还没有定论",
        "这件事没有确切的答案",
        "识别毒蘑菇不能只看颜色",
        "地震预警和地震预报不是一回事",
      })
  void whatDeniesNothingIsLeft(String text) {
    assertThat(Falsehood.affirmed(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "手机同时收到至少四颗卫星的信号，就能算出自己在哪里",
        "极危、濒危和易危三个等级合称“受威胁”",
        "北京冬天又冷又干，对竹子最要命的是干风",
      })
  void aChangeThatLeavesItTrueOrIsSeenByAnyoneIsNotMade(String text) {
    assertThat(falsehoods(text)).isEmpty();
  }

  @Test
  void theEightPlanetsAreNeverStars() {
    assertThat(falsehoods("八大行星里，金星的自转方向很特别"))
        .noneSatisfy(falsehood -> assertThat(falsehood.statement()).contains("恒星"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "中国横跨五个时区，统一使用北京时间, 个时区",
    "雄麋鹿夏天争斗，挂着草, 冬天争斗",
  })
  void anotherChangeIsStillMade(String text, String changed) {
    assertThat(falsehoods(text))
        .anySatisfy(
            falsehood -> assertThat(falsehood.statement()).isNotEqualTo(text).contains(changed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100万千米是地球到月球距离的两倍半还多",
        "第四次调查得到的数字是，2013年底，野生大熊猫有1864只",
        "恐龙从约2.3亿年前出现",
        "化石出自辽宁北票，年代约1.25亿年",
      })
  void whatNobodyWouldAskSoIsNotAsked(String text) {
    assertThat(Figure.in(text))
        .isNotEmpty()
        .allSatisfy(
            figure ->
                assertThat(Questions.asking(text, figure.start(), figure.end(), figure.asked()))
                    .isEmpty());
  }

  @Test
  void theUpperEndOfARangeBelowZeroIsNoFigureOfItsOwn() {
    assertThat(Figure.in("放在零下18到零下20摄氏度左右的冷库里")).noneMatch(figure -> figure.low().equals("20"));
  }

  @Test
  void manyTenThousandsAreWrittenInHundredMillions() {
    Figure right = Figure.in("约6600万年").getFirst();

    for (int seed = 0; seed < 20; seed++) {
      assertThat(NearFigures.beside(right, 3, new SplittableRandom(seed)))
          .hasSize(3)
          .noneMatch(other -> other.matches(".*\\d{5}万.*"));
    }
  }

  private static List<Falsehood> falsehoods(String text) {
    Document document = Articles.article("a", "文", Articles.section("问？", text + "。"));
    Segment segment =
        Segment.of(document, document.sections().getLast()).stream()
            .filter(part -> part.text().equals(text))
            .findFirst()
            .orElseThrow();
    return Falsehood.beside(segment, new SplittableRandom(1));
  }
}
