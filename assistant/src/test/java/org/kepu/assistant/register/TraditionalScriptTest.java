package org.kepu.assistant.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Span;
import org.kepu.knowledge.text.Sentences;
import org.kepu.knowledge.text.TextForms;

/** A phrase tells which character is meant. */
class TraditionalScriptTest {

  @ParameterizedTest
  @CsvSource({
    "皇后和后羿射日之后, 皇后和后羿射日之後",
    "头发白了才发现, 頭髮白了才發現",
    "一千公里以外的屋里, 一千公里以外的屋裡",
    "海里的鱼, 海里的魚",
    "树干很干燥，若干天, 樹幹很乾燥，若干天",
    "谷雨前后的山谷, 穀雨前後的山谷",
    "北斗七星的斗柄, 北斗七星的斗柄",
    "一只鸟只有两只脚, 一隻鳥只有兩隻腳",
    "农历和历史, 農曆和歷史",
    "鲸须和胡须, 鯨鬚和鬍鬚",
    "于是于谦, 於是于謙",
    "松鼠很放松, 松鼠很放鬆",
    "参宿四和人参, 參宿四和人參",
    "刚才的台风, 剛才的颱風",
    "北回归线, 北回歸線",
    "太阳系的关系, 太陽系的關係",
    "子丑寅卯, 子丑寅卯",
    "地壳里面, 地殼裡面",
    "沿着海岸着陆, 沿著海岸著陸",
    "徐光启和郭守敬, 徐光啟和郭守敬",
    "麋鹿为什么叫“四不像”？, 麋鹿為什麼叫“四不像”？",
    "Elaphurus davidianus 1.5米, Elaphurus davidianus 1.5米",
  })
  void simplifiedBecomesTraditional(String simplified, String traditional) {
    assertThat(TraditionalScript.of(simplified)).isEqualTo(traditional);
  }

  /** Another word than the source's would need another source. */
  @Test
  void onlyTheScriptOfTheWholeCollectionChanges() {
    Set<String> otherWords = new TreeSet<>();
    for (Document document : StarterCollection.documents()) {
      for (Span span : Sentences.of(document.text())) {
        otherWords.addAll(otherCharacters(span.of(document.text())));
      }
    }

    // The same word, in a form for which Traditional writing has a character of its own.
    assertThat(otherWords)
        .containsExactlyInAnyOrder(
            "咨諮", "坐座", "复覆", "恶噁", "挨捱", "腭顎", "苏甦", "蒙濛", "蒙矇", "链鍊", "鹚鶿");
  }

  /** Each character with what stands in its place, where that folds to another. */
  private static List<String> otherCharacters(String sentence) {
    String traditional = TraditionalScript.of(sentence);
    assertThat(traditional).hasSameSizeAs(sentence);
    String before = TextForms.forEmbedding(sentence);
    String after = TextForms.forEmbedding(traditional);
    return IntStream.range(0, before.length())
        .filter(i -> before.charAt(i) != after.charAt(i))
        .mapToObj(i -> before.substring(i, i + 1) + traditional.charAt(i))
        .toList();
  }

  @Test
  void whatWeWroteInTraditionalStaysAsItIs() throws IOException {
    Properties messages = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(getClass().getResourceAsStream("/messages_zh_TW.properties")),
            StandardCharsets.UTF_8)) {
      messages.load(reader);
    }

    assertThat(messages.values())
        .isNotEmpty()
        .allSatisfy(
            message ->
                assertThat(TraditionalScript.of(message.toString())).isEqualTo(message.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"麋鹿為什麼叫四不像", "恐龍", "土星環", "請問廁所在哪裡"})
  void traditionalIsSeen(String text) {
    assertThat(TraditionalScript.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"麋鹿吃草", "恐龙", "乾隆年间", "藉口", "What is 麋鹿?", "", "朱鹮"})
  void whatIsWrittenAlikeInBothIsNot(String text) {
    assertThat(TraditionalScript.isIn(text)).isFalse();
  }
}
