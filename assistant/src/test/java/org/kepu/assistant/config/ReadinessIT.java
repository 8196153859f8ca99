package org.kepu.assistant.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.assistant.Client;
import org.kepu.assistant.Client.Event;
import org.kepu.assistant.Client.Response;
import org.kepu.assistant.IndexedHome;
import org.kepu.assistant.Service;
import org.kepu.assistant.guard.Classifier;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.intake.FileIntake;
import org.kepu.knowledge.source.DocumentSource;
import org.kepu.knowledge.source.Source;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A first start: the service is up before its index is. */
@ExtendWith(OutputCaptureExtension.class)
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

  @Test
  void whereIndexingEndsInAnErrorTheServiceSaysSoAndThatItMustBeRestarted(CapturedOutput output)
      throws InterruptedException {
    try (Service service =
        Service.startWith(
            context -> context.registerBean("sourceFactory", SourceFactory.class, Broken::new),
            IndexedHome.empty("indexing-dies"))) {
      Client client = service.client();

      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (client.get("/actuator/health/liveness").status() != 503) {
        assertThat(System.nanoTime()).as("waiting for the loader's end").isLessThan(deadline);
        Thread.sleep(100);
      }

      assertThat(client.get("/actuator/health/liveness").json().path("status").asString())
          .isEqualTo("DOWN");
      assertThat(client.get("/actuator/health/readiness").status()).isEqualTo(503);
      assertThat(output).contains("must be restarted", "NoClassDefFoundError: a/Parser");
    }
  }

  /** Makes a source whose list ends in an error, as a broken jar or no memory do. */
  private static final class Broken extends SourceFactory {

    Broken() {
      super(
          new HomeSettings(Path.of("")),
          new SourceSettings(
              false, List.of(), List.of(), List.of(), PATIENCE, PATIENCE, PATIENCE, 1, PATIENCE),
          InstantSource.system());
    }

    @Override
    OpenSources open() {
      Source source =
          new DocumentSource(
              "broken",
              () -> {
                throw new NoClassDefFoundError("a/Parser");
              });
      return new OpenSources(
          List.of(source), FileIntake.standard(), List.of(), Duration.ofHours(1));
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
