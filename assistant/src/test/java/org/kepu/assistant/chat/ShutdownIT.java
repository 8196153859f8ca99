package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.EventStream;
import org.kepu.assistant.FakeModel;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import tools.jackson.databind.JsonNode;

class ShutdownIT {

  private static final String QUESTION = "麋鹿为什么叫“四不像”？";
  private static final String FIRST = "麋鹿被叫作“四不像”，是说麋鹿的角像鹿、脸像马、蹄像牛、尾像驴。[1]它";

  @Test
  void aServiceThatStopsEndsOpenAnswersWithAnErrorAndAnswersTheSameRequestAfterItsNextStart()
      throws Exception {
    Path home = IndexedHome.named("shutdown");
    String request = Client.question(QUESTION, "requestId", UUID.randomUUID().toString());
    try (FakeModel model = new FakeModel()) {
      List<String> settings = new ArrayList<>(model.settings());
      settings.add("kepu.chat.shutdown-grace=200ms");

      model.saysSlowly(Duration.ofMillis(500), LeavingIT.endless(FIRST));
      Service service = Service.start(home, settings.toArray(String[]::new));
      String answerId;
      try (EventStream stream = service.client().stream(request)) {
        answerId = stream.until("sentence").getFirst().data().path("answerId").asString();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);

        List<Event> rest = stream.rest();
        assertThat(rest).extracting(Event::name).containsOnlyOnce("error").endsWith("error");
        JsonNode problem = rest.getLast().data();
        assertThat(problem.path("code").asString()).isEqualTo("shutting_down");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        stopped.get(30, TimeUnit.SECONDS);
      }

      model.says(FakeModel.words(FIRST) + FakeModel.STOP);
      try (Service next = Service.start(home, settings.toArray(String[]::new))) {
        JsonNode answer = next.client().post(Client.CHAT, request).json();
        assertThat(answer.path("answerId").asString()).isEqualTo(answerId);
        assertThat(answer.path("outcome").asString()).isEqualTo("answered");
      }
    }
  }
}
