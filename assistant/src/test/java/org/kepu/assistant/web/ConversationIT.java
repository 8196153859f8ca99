package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.ServiceTest;
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
