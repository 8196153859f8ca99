package org.kepu.assistant.educator.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.Articles;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.taxon.Names;

class StandingTest {

  private static final Document ANY =
      Articles.article(
          "any", "湿地", "venues: []\nexhibits: []", Articles.section("湿地是什么？", "湿地是水和陆地相接的地方。"));

  private final Standing standing = new Standing(Names.of(List.of(), List.of(ANY)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "木卫三也是唯一已知有自己的磁场的卫星，不在湿地",
        "豚草也来自北美洲，常长在湿地边上",
        "湿地还像一块大海绵",
        "雄大鲵先占好湿地边上的洞穴，把泥沙清理干净",
        "新疆的湿地更大，不过只留下少量骨头",
        "书中还说，湿地的人没有感觉",
        "既然有人不住在湿地，湿地的说法就动摇了",
        "湿地中心的脉冲星就在各种光里闪动",
      })
  void whatHangsOnSomethingSaidBeforeDoesNotStandAlone(String text) {
    assertThat(standing.alone(text, ANY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "湿地的水浅，阳光能照到水底，植物长得旺",
        "湿地比草地更大，植物也多",
        "水鸟的祖先很早就在湿地里生活",
        "虎的条纹也长在皮肤上，湿地里的虎也一样有花纹",
      })
  void whatNamesAllItSpeaksOfStandsAlone(String text) {
    assertThat(standing.alone(text, ANY)).isTrue();
  }
}
