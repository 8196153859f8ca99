package org.kepu.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;

class RateLimitIT {

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgainAndMayStillRead() {
    try (Service service =
        Service.start(IndexedHome.named("rate"), "kepu.chat.questions-per-minute=2")) {
      Client client = service.client();

      assertThat(IntStream.range(0, 2).mapToObj(i -> client.ask("麋鹿吃什么？").status()))
          .containsOnly(200);

      Response refused = client.post(Client.CHAT, "{}", "Accept", "text/event-stream");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(refused.json().path("code").asString()).isEqualTo("rate_limited");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 31);
      assertThat(refused.json().path("detail").asString()).contains(refused.header("Retry-After"));

      Response atAnotherDoor = client.post("/v1/chat/completions", "{}");
      assertThat(atAnotherDoor.status()).isEqualTo(429);
      assertThat(Integer.parseInt(atAnotherDoor.header("Retry-After"))).isBetween(1, 31);
      assertThat(atAnotherDoor.json().at("/error/type").asString()).isEqualTo("rate_limit_error");
      assertThat(atAnotherDoor.json().at("/error/code").asString()).isEqualTo("rate_limited");
      assertThat(client.post("/mcp", "{}").status()).isEqualTo(429);

      assertThat(client.get("/api/v1/suggestions").status()).isEqualTo(200);
      assertThat(client.get("/actuator/health").status()).isEqualTo(200);
      assertThat(client.get("/v1/models").status()).isEqualTo(200);
    }
  }
}
