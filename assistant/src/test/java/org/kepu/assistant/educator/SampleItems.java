package org.kepu.assistant.educator;

import java.util.List;
import org.kepu.assistant.educator.item.Alignment;
import org.kepu.assistant.educator.item.Bloom;
import org.kepu.assistant.educator.item.Competence;
import org.kepu.assistant.educator.item.Content;
import org.kepu.assistant.educator.item.Content.Option;
import org.kepu.assistant.educator.item.Content.Pair;
import org.kepu.assistant.educator.item.CoreConcept;
import org.kepu.assistant.educator.item.Crosscutting;
import org.kepu.assistant.educator.item.Difficulty;
import org.kepu.assistant.educator.item.Evidence;
import org.kepu.assistant.educator.item.Item;
import org.kepu.assistant.educator.item.Kind;
import org.kepu.assistant.educator.item.Stage;

/** An item of every kind, plain ones and ones that break what does not mind its escapes. */
public final class SampleItems {

  /** What formats stumble over. */
  public static final List<String> NASTY =
      List.of(
          "他说：“{A} ~ =B #C:D \\ E”，对吗？'单' \"双\"",
          "第一行\n\n第三行 // 不是注释",
          "=SUM(A1:A9)",
          "+8613800000000",
          "-1+1",
          "@import",
          "E=mc²，H₂O，\\(x^2\\)，∫√π≈3.14，5 < 6 && 7 > 2，<b>粗</b>&amp;",
          "麋鹿為什麼叫「四不像」？臺灣、頭髮、乾燥",
          "🦌👨‍👩‍👧🏳️‍🌈 表情",
          "生僻字：䴙䴘、鼹、鲎、麤、龘、𪚥、𬶏",
          "，逗号,逗号;分号\t制表->箭头::冒号::",
          "长".repeat(2_000));

  private SampleItems() {}

  /** One plain item of each kind. */
  public static List<Item> plain() {
    return List.of(
        item(
            Kind.SINGLE_CHOICE,
            "月球的直径约多少千米？",
            new Content.Choice(
                List.of(
                    new Option("约1700千米", false, "小了一半"),
                    new Option("约3474千米", true),
                    new Option("约6600千米", false)))),
        item(
            Kind.MULTIPLE_CHOICE,
            "关于麋鹿，哪些说法是对的？",
            new Content.Choice(
                List.of(
                    new Option("雄麋鹿长角", true),
                    new Option("雌麋鹿长角", false),
                    new Option("麋鹿会游泳", true),
                    new Option("麋鹿吃草", true)))),
        item(Kind.TRUE_FALSE, "冬虫夏草是草。", new Content.Judgement(false)),
        item(Kind.TRUE_FALSE, "蝙蝠是哺乳动物。", new Content.Judgement(true)),
        item(Kind.FILL_IN, "瓢虫有几条腿？", new Content.Blank(List.of("6", "六"), "条")),
        item(
            Kind.SHORT_ANSWER,
            "叶子为什么是绿色的？",
            new Content.Open("叶绿素把绿光反射出来。", List.of("叶绿素吸收红光和蓝光。"))),
        item(
            Kind.ORDERING,
            "太阳系最里面的三颗行星，依次是怎样的顺序？",
            new Content.Ordering(List.of("水星", "金星", "地球"))),
        item(
            Kind.MATCHING,
            "把事件和年份连起来。",
            new Content.Matching(
                List.of(
                    new Pair("麋鹿被命名", "1866年"),
                    new Pair("麋鹿回国", "1985年"),
                    new Pair("阿波罗11号登月", "1969年")))),
        item(
            Kind.HANDS_ON,
            "量一量：麋鹿的角长约75厘米。",
            new Content.Task(List.of("卷尺"), List.of("量出75厘米。", "找一件一样长的东西。"), "量得准")),
        item(
            Kind.ORAL, "说一说：月亮为什么有圆有弯？", new Content.Task(List.of(), List.of("用自己的话说。"), "能说出亮面")));
  }

  /** Two items, the second of them in a language model's words. */
  public static List<Item> byAModel() {
    Item first = plain().getFirst();
    return List.of(
        first,
        new Item(
            first.kind(),
            "麋鹿的角约有多长？",
            new Content.Choice(List.of(new Option("约75厘米", true), new Option("约150厘米", false))),
            first.explanation(),
            first.evidence(),
            first.alignment(),
            "llm:qwen3"));
  }

  /** Items whose every text is nasty, one of each kind and text. */
  public static List<Item> nasty() {
    return NASTY.stream()
        .flatMap(
            text ->
                List.of(
                    item(
                        Kind.SINGLE_CHOICE,
                        "选：" + text,
                        new Content.Choice(
                            List.of(new Option(text, true, text), new Option("别的" + text, false)))),
                    item(Kind.TRUE_FALSE, "判：" + text, new Content.Judgement(true)),
                    item(Kind.FILL_IN, "填：" + text, new Content.Blank(List.of(text), "")),
                    item(Kind.SHORT_ANSWER, "答：" + text, new Content.Open(text, List.of(text))),
                    item(
                        Kind.MATCHING,
                        "连：" + text,
                        new Content.Matching(
                            List.of(
                                new Pair("甲" + text, "一" + text),
                                new Pair("乙" + text, "二" + text),
                                new Pair("丙" + text, "三" + text)))))
                    .stream())
        .toList();
  }

  public static Item item(Kind kind, String stem, Content content) {
    String quote = "馆藏原文：" + stem;
    return new Item(
        kind,
        stem,
        content,
        quote,
        List.of(
            new Evidence(
                "milu",
                "sha256:1",
                "麋鹿",
                "麋鹿长什么样？",
                10,
                10 + quote.length(),
                quote,
                List.of("《中国大百科全书》"),
                "CC BY 4.0")),
        new Alignment(
            Stage.YEARS_3_4,
            Bloom.REMEMBER,
            Difficulty.EASY,
            List.of(CoreConcept.LIFE_AND_ENVIRONMENT),
            List.of(Crosscutting.STRUCTURE_AND_FUNCTION),
            List.of(Competence.SCIENTIFIC_IDEAS)));
  }
}
