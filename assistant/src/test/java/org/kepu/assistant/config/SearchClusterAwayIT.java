package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;

/** A service that starts before the cluster that holds its index. */
class SearchClusterAwayIT {

  @Test
  void withoutItsClusterTheServiceRunsAndSaysThatItCannotAnswer() throws IOException {
    try (Service service =
        Service.start(
            IndexedHome.empty("cluster-away"),
            "kepu.search.url=http://127.0.0.1:" + closedPort(),
            "kepu.search.patience=200ms")) {
      Client client = service.client();

      assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);

      Response answer = client.ask("麋鹿吃什么？");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().path("code").asString()).isEqualTo("index_unavailable");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
      assertThat(answer.text()).doesNotContain("127.0.0.1", "Exception");

      assertThat(client.events("麋鹿吃什么？"))
          .extracting(Event::name)
          .containsExactly("accepted", "error");
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
