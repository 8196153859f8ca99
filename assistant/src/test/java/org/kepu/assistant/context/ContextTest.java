package org.kepu.assistant.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.assistant.context.PastTurn.Source;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.taxon.Names;

class ContextTest {

  private static final Names NAMES =
      Names.of(StarterCollection.concepts(), StarterCollection.documents());

  private final Context context =
      new Context(
          NAMES,
          id ->
              switch (id) {
                case "milu-01" -> Optional.of(new Exhibit(id, "麋鹿", null, List.of("milu"), null));
                case "milu-02" ->
                    Optional.of(new Exhibit(id, "麋鹿", null, List.of("milu-name"), "麋鹿为什么叫“四不像”？"));
                default -> Optional.empty();
              });

  @ParameterizedTest
  @CsvSource({
    "麋鹿的角什么时候掉？, 它吃什么？, 麋鹿吃什么？",
    "麋鹿的角什么時候掉？, 牠吃什麼？, 麋鹿吃什麼？",
    "木星有多少颗卫星？, 那土星呢？, 土星有多少颗卫星？",
    "春天晚上能认哪些亮星？, 夏天呢, 夏天晚上能认哪些亮星？",
    "三角龙和霸王龙真打过架吗？, 那剑龙呢？, 剑龙和霸王龙真打过架吗？",
    "国家一级保护动物有哪些？, 二级的呢？, 国家二级保护动物有哪些？",
    "今天太阳几点落山？, 那明天呢？, 明天太阳几点落山？",
    "火星为什么红红的？, 飞到那儿要多长时间？, 飞到火星要多长时间？",
    "太阳系第一大行星是哪颗？, 第二个呢？, 太阳系第二大行星是哪颗？",
    "麋鹿为什么濒危？, 为什么？, 麋鹿为什么濒危，为什么？",
    "What is Jupiter?, How big is it?, How big is Jupiter?",
    "How many moons does Jupiter have?, And Saturn?, How many moons does Saturn have?"
  })
  void whatPointsBackIsCompleted(String before, String question, String meant) {
    assertThat(context.understand(question, List.of(about(before)), null))
        .isInstanceOfSatisfying(
            Understanding.PointsBack.class,
            back -> assertThat(back.readings().getFirst()).isEqualTo(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "猫头鹰飞过去怎么一点响动都没有",
        "北极星为什么不动呢？",
        "其他恐龙是怎么灭绝的？",
        "蚊子为什么老叮我不叮他？",
        "刺猬身上的刺，它们是毛变的吗？",
        "雪豹会像老虎那样吼叫吗？"
      })
  void aWholeQuestionIsLeftAsItIs(String question) {
    assertThat(context.understand(question, List.of(about("木星有多少颗卫星？")), null))
        .isInstanceOf(Understanding.Literal.class);
  }

  @Test
  void aShortQuestionWithoutASubjectMayGoOnAboutTheLastOne() {
    assertThat(context.understand("还剩多少只？", List.of(about("雪豹平时抓什么吃？")), null))
        .isInstanceOfSatisfying(
            Understanding.MayGoOn.class,
            on -> {
              assertThat(on.reading()).isEqualTo("雪豹，还剩多少只？");
              assertThat(on.documents()).contains("snow-leopard");
            });
  }

  @Test
  void ofTwoThingsTheOneThatTheAnswerWasAboutIsMeant() {
    PastTurn lotus = about("荷花跟睡莲怎么分？", new Source("lotus", "荷花", "荷花和睡莲怎么区分？"));

    assertThat(context.understand("它什么时候开？", List.of(lotus), null))
        .isEqualTo(Understanding.PointsBack.to("荷花什么时候开？"));
  }

  @Test
  void ofTwoThingsThatAreEquallyLikelyItAsksWhich() {
    assertThat(context.understand("它有多大？", List.of(about("金星和火星哪个亮？")), null))
        .isEqualTo(new Understanding.Unclear(List.of("金星有多大？", "火星有多大？")));
  }

  @Test
  void theKindOfThingThatCanBeMeantIs() {
    assertThat(context.understand("它吃什么？", List.of(about("月亮圆的时候刺猬出来吗？")), null))
        .isEqualTo(Understanding.PointsBack.to("刺猬吃什么？"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"这是什么？", "它多大了？", "这个叫什么名字？"})
  void whatStandsBeforeTheVisitorIsMeant(String question) {
    assertThat(context.understand(question, List.of(), "milu-01"))
        .isInstanceOfSatisfying(
            Understanding.PointsBack.class,
            back -> assertThat(back.readings().getFirst()).startsWith("麋鹿"));
  }

  @ParameterizedTest
  @CsvSource({
    "这是什么？, true",
    "這是什麼動物？, true",
    "这个东西叫什么名字, true",
    "那是啥呀？, true",
    "它到底是什么？, true",
    "What's this?, true",
    "这是什么时候的？, false",
    "它是什么颜色的？, false"
  })
  void whoAsksWhatStandsHereIsToldTheSectionThatTheMuseumNamed(String question, boolean told) {
    assertThat(context.understand(question, List.of(), "milu-02"))
        .isInstanceOfSatisfying(
            Understanding.PointsBack.class,
            back -> assertThat(back.readings().getFirst().equals("麋鹿为什么叫“四不像”？")).isEqualTo(told));
  }

  @Test
  void inAConversationItIsWhatWasSpokenAboutAndThisIsStillTheExhibit() {
    List<PastTurn> before = List.of(about("雪豹平时抓什么吃？"));

    assertThat(context.understand("它是什么？", before, "milu-02"))
        .isEqualTo(Understanding.PointsBack.to("雪豹是什么？"));
    assertThat(context.understand("这是什么？", before, "milu-02"))
        .isEqualTo(Understanding.PointsBack.to("麋鹿为什么叫“四不像”？"));
  }

  @Test
  void whatPointsToNothingIsUnclear() {
    assertThat(context.understand("它吃什么？", List.of(), null))
        .isEqualTo(new Understanding.Unclear(List.of()));
    assertThat(context.understand("为什么？", List.of(), null))
        .isEqualTo(new Understanding.Unclear(List.of()));
  }

  @Test
  void moreMeansTheFirstQuestionThatWasOffered() {
    PastTurn turn = new PastTurn("麋鹿吃什么？", "", List.of(), List.of("麋鹿会游泳吗？", "麋鹿怕冷吗？"));

    assertThat(context.understand("还有呢？", List.of(turn), null))
        .isEqualTo(Understanding.PointsBack.to("麋鹿会游泳吗？"));
    assertThat(context.understand("第二个呢", List.of(turn), null))
        .isEqualTo(Understanding.PointsBack.to("麋鹿怕冷吗？"));
  }

  @Test
  void aSubjectIsCarriedOverTurnsThatNameNone() {
    List<PastTurn> before = List.of(about("雪豹平时抓什么吃？"), about("为什么？"));

    assertThat(context.understand("它怕冷吗？", before, null))
        .isEqualTo(Understanding.PointsBack.to("雪豹怕冷吗？"));
  }

  @Test
  void whereNoNameIsKnownWhatBothTurnsSayIsTheSubject() {
    PastTurn turn = new PastTurn("骆驼祥子看过但印象不深", "你觉得骆驼祥子怎么样", List.of(), List.of());

    assertThat(
            new Context(Names.NONE, none -> Optional.empty())
                .understand("这是书名吗", List.of(turn), null))
        .isEqualTo(Understanding.PointsBack.to("骆驼祥子是书名吗"));
  }

  @Test
  void readingsStayShortEnoughToBeAsked() {
    PastTurn turn = new PastTurn("甲".repeat(490), "", List.of(), List.of());

    assertThat(context.understand("小宝宝呢？", List.of(turn), null))
        .isInstanceOfSatisfying(
            Understanding.PointsBack.class,
            back -> assertThat(back.readings()).allMatch(reading -> reading.length() <= 500));
  }

  private static PastTurn about(String question, Source... sources) {
    return new PastTurn(question, "", List.of(sources), List.of());
  }
}
