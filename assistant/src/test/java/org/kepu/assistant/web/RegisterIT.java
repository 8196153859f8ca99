package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An answer speaks its reader's language; what it quotes stays what it is. */
@ServiceTest
class RegisterIT {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void traditionalInTraditionalOutWithLiteralQuotes() {
    JsonNode answer = client.ask("麋鹿為什麼叫「四不像」？", "locale", "zh-CN").json();

    assertThat(answer.path("text").asString()).contains("麋鹿").contains("臉像馬");
    assertThat(answer.path("aiLabel").asString()).isEqualTo("人工智慧生成");
    assertThat(texts(answer.path("suggestions"))).isNotEmpty().noneMatch(q -> q.contains("么"));
    assertQuotesAreLiteral(answer);
    assertThat(answer.at("/citations/0/quote").asString()).contains("脸像马");
    assertThat(answer.at("/citations/0/heading").asString()).isEqualTo("麋鹿为什么叫“四不像”？");
  }

  @Test
  void theLocaleDecidesWhereTheQuestionDoesNot() {
    assertThat(client.ask("麋鹿吃草吗", "locale", "zh-TW").json().path("aiLabel").asString())
        .isEqualTo("人工智慧生成");
    assertThat(client.ask("量子計算機多少錢一台？").json().path("text").asString()).startsWith("館藏資料裡沒有找到");
  }

  @Test
  void anEnglishQuestionGetsAnEnglishFrameAroundTheChineseSource() {
    JsonNode answer = client.ask("Why are milu called sibuxiang?").json();

    assertThat(answer.path("outcome").asString()).isEqualTo("answered");
    assertThat(answer.at("/sentences/0/text").asString())
        .isEqualTo(
            "The collection is in Chinese and no translation is available here; this is what it says:");
    assertThat(answer.at("/sentences/0/citations")).isEmpty();
    assertThat(answer.at("/sentences/1/text").asString()).contains("麋鹿");
    assertThat(answer.at("/sentences/1/citations")).isNotEmpty();
    assertThat(answer.path("aiLabel").asString()).isEqualTo("AI-generated");
    assertQuotesAreLiteral(answer);
    assertThat(grounded(answer)).isTrue();
  }

  @Test
  void whatIsSaidInEnglishNeedsNoFrame() {
    assertThat(
            client.ask("What phase is the moon tonight?").json().at("/sentences/0/text").asString())
        .doesNotContain("The collection is in Chinese");
    assertThat(client.ask("How much is a quantum computer?").json().path("text").asString())
        .startsWith("I found no reliable source");
  }

  @Test
  void rareNamesCarryTheirReadingWholeAndStreamed() {
    JsonNode answer = client.ask("麋鹿为什么叫“四不像”？").json();
    List<Event> events = client.events("麋鹿为什么叫“四不像”？");

    JsonNode first = answer.at("/sentences/0");
    JsonNode reading = first.at("/reading/0");
    assertThat(
            first
                .path("text")
                .asString()
                .substring(reading.path("start").asInt(), reading.path("end").asInt()))
        .isEqualTo("麋鹿");
    assertThat(reading.path("pinyin").asString()).isEqualTo("mí lù");
    assertThat(events.get(1).data().path("reading")).isEqualTo(first.path("reading"));
  }

  @Test
  void anOrdinarySentenceHasNone() {
    JsonNode answer = client.ask("月亮离我们有多远？").json();

    assertThat(answer.path("sentences")).isNotEmpty();
    assertThat(answer.at("/sentences/0").propertyNames()).containsExactly("text", "citations");
  }

  @Test
  void childrenAreToldWhetherPenguinsFly() {
    JsonNode answer = client.ask("企鹅会飞吗", "audience", "child").json();

    assertThat(answer.path("text").asString()).contains("企鹅不会飞");
    assertThat(answer.path("sentences").size()).isLessThanOrEqualTo(3);
  }

  @Test
  void eldersReadOneThingAtATime() {
    JsonNode elder = client.ask("恐龙是怎么灭绝的？", "audience", "elder").json();

    assertThat(elder.path("outcome").asString()).isEqualTo("answered");
    assertThat(texts(elder.path("sentences").findValues("text")))
        .isNotEmpty()
        .noneMatch(text -> text.contains("；"));
    assertQuotesAreLiteral(elder);
  }

  private boolean grounded(JsonNode answer) {
    return jdbc.sql("SELECT grounded FROM interaction WHERE answer_id = ? AND type = 'answer'")
        .param(answer.path("answerId").asString())
        .query(Boolean.class)
        .single();
  }

  private void assertQuotesAreLiteral(JsonNode answer) {
    assertThat(answer.path("citations"))
        .isNotEmpty()
        .allSatisfy(
            citation -> {
              String text =
                  client.get(citation.path("url").asString()).json().path("text").asString();
              assertThat(
                      text.substring(citation.path("start").asInt(), citation.path("end").asInt()))
                  .isEqualTo(citation.path("quote").asString());
            });
  }

  private static List<String> texts(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false).map(JsonNode::asString).toList();
  }
}
