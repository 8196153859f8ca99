package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.guard.Classifier;
import org.kepu.knowledge.embedding.Embedder;

/** A first start: the service is up before its index is. */
class ReadinessIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void untilTheFirstIndexIsThereTheServiceSaysSoAndThenItIsReady() throws InterruptedException {
    HeldEmbedder embedder = new HeldEmbedder();
    try (Service service =
        Service.startWith(
            context -> context.registerBean("embedder", Embedder.class, () -> embedder),
            IndexedHome.empty("first-start"),
            "spring.main.allow-bean-definition-overriding=true")) {
      Client client = service.client();

      Response readiness = client.get("/actuator/health/readiness");
      assertThat(readiness.status()).isEqualTo(503);
      assertThat(readiness.json().path("status").asString()).isIn("DOWN", "OUT_OF_SERVICE");
      assertThat(client.get("/actuator/health/liveness").status()).isEqualTo(200);
      assertThat(client.get("/").status()).as("the page, which can wait").isEqualTo(200);

      Response answer = client.ask("麋鹿吃什么？");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().path("code").asString()).isEqualTo("not_ready");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();

      assertThat(client.events("麋鹿吃什么？"))
          .extracting(Event::name)
          .containsExactly("accepted", "error");

      embedder.go.countDown();
      awaitReadiness(client);
      assertThat(client.ask("麋鹿吃什么？").status()).isEqualTo(200);
    }
  }

  private static void awaitReadiness(Client client) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (client.get("/actuator/health/readiness").status() != 200) {
      assertThat(System.nanoTime()).as("waiting for the index").isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  /**
   * Holds the first index up until it may go on, but not the question, which a guard looks at. Its
   * vectors mean nothing, but each text has one of its own: a passage that its own vector does not
   * find keeps a generation from going live.
   */
  private static final class HeldEmbedder implements Embedder {

    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public float[] embed(String text) {
      try {
        if (!text.startsWith("麋鹿吃什么")) {
          go.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Random random = new Random(text.hashCode());
      double[] direction = random.doubles(dimensions(), -1, 1).toArray();
      double norm = Math.sqrt(Arrays.stream(direction).map(x -> x * x).sum());
      float[] vector = new float[dimensions()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (direction[i] / norm);
      }
      return vector;
    }

    @Override
    public int dimensions() {
      return 512;
    }

    @Override
    public String id() {
      // The guard accepts the vectors it was trained on alone.
      return Classifier.shipped().embedder();
    }

    @Override
    public void close() {}
  }
}
