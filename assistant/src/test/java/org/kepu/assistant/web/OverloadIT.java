package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;

class OverloadIT {

  private static final int ASKERS = 40;

  @Test
  void whoFindsTheQueueFullIsToldToComeBackAtEveryDoorAndTheOthersAreAnswered() throws Exception {
    try (Service service =
        Service.start(IndexedHome.named("overload"), "kepu.chat.waiting-at-most=2")) {
      Client client = service.client();
      List<Response> whole = together(() -> client.ask("麋鹿吃什么？"));
      List<Response> streamed =
          together(
              () ->
                  client.post(
                      Client.CHAT, "{\"question\": \"麋鹿吃什么？\"}", "Accept", "text/event-stream"));
      List<Response> completions =
          together(
              () ->
                  client.post(
                      "/v1/chat/completions",
                      "{\"model\": \"kepu\", \"messages\": [{\"role\": \"user\", \"content\":"
                          + " \"麋鹿吃什么？\"}]}"));

      for (List<Response> responses : List.of(whole, streamed, completions)) {
        assertThat(responses).extracting(Response::status).containsOnly(200, 429);
        assertThat(responses)
            .filteredOn(response -> response.status() == 429)
            .allSatisfy(response -> assertThat(response.header("Retry-After")).isEqualTo("2"));
      }
      assertThat(turnedAway(whole).json().path("code").asString()).isEqualTo("overloaded");
      assertThat(turnedAway(streamed).json().path("code").asString()).isEqualTo("overloaded");
      assertThat(turnedAway(completions).json().at("/error/type").asString())
          .isEqualTo("rate_limit_error");
      assertThat(client.ask("麋鹿吃什么？").status()).isEqualTo(200);
    }
  }

  private static Response turnedAway(List<Response> responses) {
    return responses.stream()
        .filter(response -> response.status() == 429)
        .findFirst()
        .orElseThrow();
  }

  private static List<Response> together(Callable<Response> asking) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(ASKERS)) {
      List<Future<Response>> futures =
          threads.invokeAll(IntStream.range(0, ASKERS).mapToObj(_ -> asking).toList());
      return futures.stream().map(Future::resultNow).toList();
    }
  }
}
