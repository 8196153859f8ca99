package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.conversation.spool.SpooledLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service with PostgreSQL by one setting, and while PostgreSQL is stopped. */
class PostgresIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void visitorsAreAnsweredWhileTheDatabaseIsStoppedAndEveryQuestionIsCountedOnce(
      @TempDir Path folder) throws Exception {
    int port = freePort();
    EmbeddedPostgres postgres = start(folder, port);
    String url = "kepu.database.url=" + postgres.getJdbcUrl("postgres", "postgres");
    List<String> answers = new ArrayList<>();
    try (Service service = Service.start(IndexedHome.named("postgres"), url)) {
      Client client = service.client();
      ask(client, answers);

      postgres.close();
      ask(client, answers);
      ask(client, answers);
      assertThat(service.bean(SpooledLedger.class).spooling()).isTrue();
      assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(200);

      postgres = start(folder, port);
      await(service.bean(SpooledLedger.class));
      ask(client, answers);

      JdbcClient jdbc = service.bean(JdbcClient.class);
      for (String type : List.of("question", "answer")) {
        assertThat(
                jdbc.sql("SELECT answer_id FROM interaction WHERE type = ? ORDER BY seq")
                    .param(type)
                    .query(String.class)
                    .list())
            .as(type)
            .isEqualTo(answers);
      }
    } finally {
      postgres.close();
    }
  }

  private static void ask(Client client, List<String> answers) {
    Response response = client.ask("麋鹿吃什么？");
    assertThat(response.status()).isEqualTo(200);
    answers.add(response.json().path("answerId").asString());
  }

  private static void await(SpooledLedger ledger) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ledger.spooling()) {
      assertThat(System.nanoTime()).as("waiting for the spool to drain").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static EmbeddedPostgres start(Path folder, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
