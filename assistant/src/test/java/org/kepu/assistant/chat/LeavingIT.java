package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.assistant.ModelTest.MODEL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.EventStream;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.InteractionRecords;
import org.kepu.assistant.ModelTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a turn whose model is slow: visitors leave, or ask again. */
@ModelTest
class LeavingIT {

  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final String FIRST = "麋鹿被叫作“四不像”，是说麋鹿的角像鹿、脸像马、蹄像牛、尾像驴。[1]它";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;

  private final String requestId = UUID.randomUUID().toString();
  private Client client = new Client(0);

  @BeforeEach
  void connect() {
    client = new Client(port);
  }

  @Test
  void theFirstSentenceComesWhileTheModelWritesAndWhoLeavesThenIsRecordedAsGone()
      throws InterruptedException {
    MODEL.saysSlowly(Duration.ofMillis(500), endless(FIRST));

    String answerId;
    try (EventStream stream = client.stream(Client.question(QUESTION, "requestId", requestId))) {
      List<Event> events = stream.until("sentence");
      assertThat(events.getLast().data().path("text").asString()).startsWith("麋鹿被叫作");
      answerId = events.getFirst().data().path("answerId").asString();
    }

    assertThat(records().outcomesOnceEnded(answerId)).containsExactly("cancelled");

    MODEL.says(FakeModel.words(FIRST, "们很特别。") + FakeModel.STOP);
    Response again = client.ask(QUESTION, "requestId", requestId);
    assertThat(again.json().path("answerId").asString()).isEqualTo(answerId);
    assertThat(again.json().path("outcome").asString()).isEqualTo("answered");
    assertThat(records().outcomes(answerId)).containsExactly("cancelled", "answered");
  }

  @Test
  void whoLeavesBeforeTheFirstWordsIsRecordedAsGoneToo() throws InterruptedException {
    MODEL.saysSlowly(Duration.ofSeconds(3), FakeModel.words(FIRST), FakeModel.STOP);

    String answerId;
    try (EventStream stream = client.stream(Client.question(QUESTION))) {
      answerId = stream.until("accepted").getFirst().data().path("answerId").asString();
    }

    assertThat(records().outcomesOnceEnded(answerId)).containsExactly("cancelled");
  }

  @Test
  void whoAsksTheSameWhileItIsAnsweredGetsTheSameAnswerAndCountsOnce() {
    MODEL.saysSlowly(Duration.ofMillis(1500), FakeModel.words(FIRST, "们很特别。"), FakeModel.STOP);
    String question = QUESTION + " " + requestId;

    try (EventStream stream = client.stream(Client.question(question, "requestId", requestId))) {
      stream.until("accepted");
      List<CompletableFuture<Response>> others =
          IntStream.range(0, 7)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> client.ask(question, "requestId", requestId),
                          task -> Thread.ofVirtual().start(task)))
              .toList();

      List<Event> events = stream.rest();
      assertThat(events.getLast().name()).isEqualTo("done");
      assertThat(others)
          .extracting(CompletableFuture::join)
          .allSatisfy(
              other -> {
                assertThat(other.status()).as(other.text()).isEqualTo(200);
                assertThat(other.json().path("sentences").path(0).path("text"))
                    .isEqualTo(events.getFirst().data().path("text"));
              })
          .extracting(other -> other.json().path("answerId").asString())
          .containsOnly(others.getFirst().join().json().path("answerId").asString());
    }

    assertThat(records().asked(question)).isEqualTo(1);
    assertThat(MODEL.requests()).hasSize(1);
  }

  private InteractionRecords records() {
    return new InteractionRecords(jdbc);
  }

  /** A model that goes on and on after its first sentence. */
  static String[] endless(String first) {
    List<String> blocks = new ArrayList<>();
    blocks.add(FakeModel.words(first));
    blocks.addAll(
        IntStream.range(0, 60).mapToObj(i -> FakeModel.words("嗯")).collect(Collectors.toList()));
    return blocks.toArray(String[]::new);
  }
}
