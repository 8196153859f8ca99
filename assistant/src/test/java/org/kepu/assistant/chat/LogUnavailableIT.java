package org.kepu.assistant.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogUnavailableIT {

  @Test
  void aQuestionThatCannotBeRecordedIsNotAcceptedAndOneThatCanAgainIs() {
    try (Service service = Service.start(IndexedHome.named("log"))) {
      Client client = service.client();
      JdbcClient jdbc = service.bean(JdbcClient.class);
      jdbc.sql("ALTER TABLE interaction RENAME TO away").update();

      for (String accept : List.of("application/json", "text/event-stream")) {
        Response refused = client.post(Client.CHAT, Client.question("麋鹿吃什么？"), "Accept", accept);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().path("code").asString()).isEqualTo("log_unavailable");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.text()).doesNotContain("SQL", "Exception", "interaction");
      }
      assertThat(jdbc.sql("SELECT count(*) FROM turn").query(Long.class).single()).isZero();

      jdbc.sql("ALTER TABLE away RENAME TO interaction").update();
      assertThat(client.ask("麋鹿吃什么？").status()).isEqualTo(200);
    }
  }
}
