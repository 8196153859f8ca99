package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.assistant.Client;
import org.kepu.assistant.ServiceTest;
import org.kepu.assistant.hall.Exhibit;
import org.kepu.assistant.hall.Hall;
import org.kepu.assistant.hall.HallFile;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One question after another, as a visitor asks them. */
@ServiceTest
class ConversationIT {

  @LocalServerPort private int port;

  private final String conversation = UUID.randomUUID().toString();
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void aFollowUpIsAskedOfWhatWasSpokenAbout() {
    say("土星的光环是什么做的？");

    assertThat(say("它有多少颗卫星？").path("citations").path(0).path("documentId").asString())
        .isEqualTo("saturn");
    assertThat(say("那木星呢？").path("citations").path(0).path("documentId").asString())
        .isEqualTo("jupiter");
  }

  @Test
  void whatPointsToNothingIsAskedBack() {
    JsonNode answer = say("它吃什么？");

    assertThat(answer.path("outcome").asString()).isEqualTo("clarified");
    assertThat(answer.path("citations")).isEmpty();
  }

  @Test
  void aForgottenConversationIsNoContext() {
    say("土星的光环是什么做的？");
    client.delete("/api/v1/conversations/" + conversation);

    assertThat(say("它有多少颗卫星？").path("outcome").asString()).isEqualTo("clarified");
  }

  @Test
  void ofTwoThingsTheVisitorMayTapOne() {
    say("金星和火星哪个更亮？");
    JsonNode answer = say("它有多大？");

    assertThat(answer.path("outcome").asString()).isEqualTo("clarified");
    assertThat(answer.path("suggestions").valueStream().map(JsonNode::asString))
        .containsExactly("金星有多大？", "火星有多大？");
  }

  @Test
  void anExhibitIsWhatStandsBeforeTheVisitor() {
    JsonNode answer =
        client.ask("它吃什么？", "conversationId", conversation, "exhibit", "milu-01").json();

    assertThat(answer.path("outcome").asString()).isEqualTo("answered");
    assertThat(answer.path("citations").path(0).path("documentId").asString()).startsWith("milu");
  }

  @Test
  void ofEachExhibitThatShipsItsOwnArticleSaysWhatItIs() {
    SoftAssertions all = new SoftAssertions();
    for (Hall hall : HallFile.shipped().all()) {
      for (Exhibit exhibit : hall.exhibits()) {
        JsonNode citation = citation("这是什么？", hall, exhibit.id());
        all.assertThat(citation.path("documentId").asString())
            .as(exhibit.id())
            .isIn(exhibit.articles());
        if (exhibit.heading() != null) {
          all.assertThat(citation.path("heading").asString())
              .as(exhibit.id())
              .isEqualTo(exhibit.heading());
        }
      }
    }
    all.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "milu-01, 它吃什么？, milu-life",
    "milu-01, 它有多高？, milu",
    "milu-antlers, 它掉了还会再长吗？, milu-antlers",
    "milu-black-stork, 它吃什么？, black-stork",
    "milu-mandarin-duck, 它吃什么？, mandarin-duck",
    "milu-sika-deer, 它吃什么？, sika-deer",
    "milu-roe-deer, 它吃什么？, roe-deer",
    "nature-tyrannosaurus, 它长羽毛吗？, tyrannosaurus",
    "nature-tyrannosaurus, 這個有多大？, tyrannosaurus",
    "nature-mamenchisaurus, 它吃什么？, mamenchisaurus",
    "nature-psittacosaurus, 它吃什么？, psittacosaurus",
    "nature-ammonite, 它为什么灭绝了？, ammonites",
    "nature-amber, 里面的虫子是怎么进去的？, amber",
    "nature-giant-panda, 它吃什么？, giant-panda",
    "nature-snow-leopard, 它吃什么？, snow-leopard",
    "nature-crested-ibis, 它吃什么？, crested-ibis",
    "nature-ostrich, 它吃什么？, ostrich",
    "planetarium-saturn, 它有多少颗卫星？, saturn",
    "planetarium-jupiter, 人能站在上面吗？, jupiter",
    "planetarium-mars, What is this?, mars",
    "planetarium-sundial, 它的晷面为什么斜着放？, sundial"
  })
  void whatIsAskedBeforeAnExhibitIsAnsweredFromItsArticle(
      String exhibit, String question, String article) {
    Hall hall = HallFile.shipped().around(exhibit).orElseThrow();

    assertThat(citation(question, hall, exhibit).path("documentId").asString()).isEqualTo(article);
  }

  private JsonNode citation(String question, Hall hall, String exhibit) {
    return client
        .ask(question, "venue", hall.venue(), "exhibit", exhibit)
        .json()
        .path("citations")
        .path(0);
  }

  @Test
  void aPracticalQuestionIsSentOnToTheVenuesChannels() {
    JsonNode answer = client.ask("几点开门？", "venue", "milu").json();

    assertThat(answer.path("outcome").asString()).isEqualTo("redirected");
    assertThat(answer.path("text").asString()).contains("官方公众号");
    assertThat(answer.path("citations").path(0).path("documentId").asString())
        .isEqualTo("milu-park");
  }

  private JsonNode say(String question) {
    return client.ask(question, "conversationId", conversation).json();
  }
}
