package org.kepu.evaluation.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.assistant.Assistant;
import org.kepu.knowledge.KnowledgeBase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this process, on a free port, with a home of its own that is deleted with it. */
public final class LocalService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Path BUILT = Path.of("evaluation", "target");

  /** What was embedded is kept between runs where the evaluation was built; it may be deleted. */
  private static final Path VECTORS = BUILT.resolve("vectors.bin");

  private final Path home;
  private final ConfigurableApplicationContext context;

  /**
   * Starts it and waits until the starter collection is indexed.
   *
   * @param settings further ones, as on the command line: {@code --name=value}
   */
  public LocalService(String... settings) {
    try {
      home = Files.createTempDirectory("kepu-evaluation-home");
      if (Files.exists(VECTORS)) {
        Files.copy(VECTORS, home.resolve(VECTORS.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--kepu.home=" + home,
                "--kepu.chat.questions-per-minute=1000000",
                "--logging.level.root=warn"));
    arguments.addAll(List.of(settings));
    context = SpringApplication.run(Assistant.class, arguments.toArray(String[]::new));
    awaitIndex();
  }

  public String url() {
    return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    keepVectors();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + home, e);
    }
  }

  private void keepVectors() {
    Path vectors = home.resolve(VECTORS.getFileName());
    if (Files.isDirectory(BUILT) && Files.exists(vectors)) {
      try {
        // By way of another name, so that nobody reads half a file.
        Path whole = Files.createTempFile(BUILT, "vectors", ".tmp");
        Files.copy(vectors, whole, StandardCopyOption.REPLACE_EXISTING);
        Files.move(whole, VECTORS, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot keep the vectors in " + VECTORS, e);
      }
    }
  }

  private void awaitIndex() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!bean(KnowledgeBase.class).ready()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The collection was not indexed within " + PATIENCE);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while the collection was indexed", e);
      }
    }
  }
}
