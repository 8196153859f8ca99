package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request that is sent again is answered again, and counted once. */
@ServiceTest
class IdempotenceIT {

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final String requestId = UUID.randomUUID().toString();
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void theSameRequestGetsTheSameAnswerToTheLetterAndCountsOnce() {
    String question = "麋鹿吃什么？" + requestId;
    Response first = client.ask(question, "requestId", requestId);
    Response again = client.ask(question, "requestId", requestId);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    InteractionRecords records = new InteractionRecords(jdbc);
    assertThat(records.asked(question)).isEqualTo(1);
    assertThat(records.outcomes(first.json().path("answerId").asString())).hasSize(1);
  }

  @Test
  void theSameRequestAsAStreamTellsTheSameAnswer() {
    Response first = client.ask("麋鹿吃什么？", "requestId", requestId);
    var events = client.events("麋鹿吃什么？", "requestId", requestId);

    assertThat(events.getFirst().data().path("answerId")).isEqualTo(first.json().path("answerId"));
    assertThat(events)
        .filteredOn(event -> event.name().equals("citation"))
        .extracting(Event::data)
        .containsExactlyElementsOf(first.json().path("citations"));
    assertThat(events.getLast().data().path("timings")).isEqualTo(first.json().path("timings"));
  }

  @Test
  void anotherQuestionWithTheSameIdConflicts() {
    client.ask("麋鹿吃什么？", "requestId", requestId);

    Response other = client.ask("麋鹿住在哪里？", "requestId", requestId);

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(other.json().path("code").asString()).isEqualTo("request_id_conflict");
  }

  @Test
  void theSameQuestionForAnotherReaderConflictsToo() {
    client.ask("麋鹿吃什么？", "requestId", requestId);

    Response other = client.ask("麋鹿吃什么？", "requestId", requestId, "audience", "child");

    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void aConflictIsToldByStatusWhereAStreamIsAskedFor() {
    client.ask("麋鹿吃什么？", "requestId", requestId);

    Response other =
        client.post(
            Client.CHAT,
            Client.question("麋鹿住在哪里？", "requestId", requestId),
            "Accept",
            "text/event-stream");

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().path("code").asString()).isEqualTo("request_id_conflict");
  }

  @Test
  void afterItsConversationWasForgottenARequestIsNew() {
    Response first = client.ask("麋鹿吃什么？", "requestId", requestId);
    client.delete("/api/v1/conversations/" + first.json().path("conversationId").asString());

    Response again = client.ask("麋鹿吃什么？", "requestId", requestId);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().path("answerId")).isNotEqualTo(first.json().path("answerId"));
  }
}
