package org.kepu.evaluation.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kepu.evaluation.report.OwnProcess;

/** A service in a process of its own, so that its time and memory are told from the driver's. */
public final class ServiceProcess implements AutoCloseable {

  static final Path JAR = Path.of("assistant", "target", "kepu-assistant.jar");

  /** What {@code evaluation/evaluate} embedded before; a service that has it starts sooner. */
  private static final Path VECTORS = Path.of("evaluation", "target", "vectors.bin");

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final List<String> command;
  private final String ready;
  private final Path home;
  private final String url;
  private final ProcessBuilder.Redirect said;
  private Process process;

  private ServiceProcess(
      List<String> command, String ready, Path home, int port, ProcessBuilder.Redirect said) {
    this.command = List.copyOf(command);
    this.ready = ready;
    this.home = home;
    this.url = "http://localhost:" + port;
    this.said = said;
    this.process = spawn();
  }

  /**
   * Starts the product from its jar with an empty home and waits until it is ready.
   *
   * @param settings as on its command line, {@code --name=value}
   */
  public static ServiceProcess product(List<String> settings) {
    return product(temporaryHome(), settings, ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * The same, and what it says is kept.
   *
   * @param home its home folder, which is deleted in the end
   * @param said what it says is appended to this file
   */
  public static ServiceProcess product(Path home, List<String> settings, Path said) {
    return product(home, settings, ProcessBuilder.Redirect.appendTo(said.toFile()));
  }

  private static ServiceProcess product(
      Path home, List<String> settings, ProcessBuilder.Redirect said) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(
          "%s is not there; please build it first: ./mvnw package -DskipTests".formatted(JAR));
    }
    int port = freePort();
    List<String> command = OwnProcess.java("-jar", JAR.toString());
    command.add("--server.port=" + port);
    command.add("--kepu.home=" + home);
    command.add("--logging.level.root=warn");
    command.addAll(settings);
    return new ServiceProcess(command, "/actuator/health/readiness", home, port, said).await();
  }

  /** Starts one of the services to compare with: this program, as another process. */
  static ServiceProcess peer(String kind) {
    int port = freePort();
    return new ServiceProcess(
            OwnProcess.command(List.of("peer", "--kind=" + kind, "--port=" + port)),
            "/ready",
            temporaryHome(),
            port,
            ProcessBuilder.Redirect.DISCARD)
        .await();
  }

  /** Stops it as an operator would, and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The service did not stop within a minute");
    }
  }

  /** Kills it, as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Starts it again, with its home as it was left, and waits until it is ready. */
  public void startAgain() {
    process = spawn();
    await();
  }

  /**
   * Sends it a signal, by {@code kill}.
   *
   * @param name as in {@code STOP}
   */
  public void signal(String name) throws InterruptedException {
    try {
      if (new ProcessBuilder("kill", "-" + name, pid()).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("Cannot send %s to process %s".formatted(name, pid()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("There is no kill here to send a signal with", e);
    }
  }

  /** Whether it says that it is ready, asked once. */
  public boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + ready)).timeout(Duration.ofSeconds(10)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Its home folder. */
  public Path home() {
    return home;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String url() {
    return url;
  }

  /** CPU time used so far, of all threads. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory that is resident, in MiB. */
  double residentMib() {
    return status("VmRSS:") / 1024.0;
  }

  /** The most that was ever resident, in MiB. */
  double mostResidentMib() {
    return status("VmHWM:") / 1024.0;
  }

  long threads() {
    return status("Threads:");
  }

  long openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc", pid(), "fd"))) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot count the open files of process " + pid(), e);
    }
  }

  /** The size of the database's files, in KiB. */
  double databaseKib() {
    try (Stream<Path> files = Files.list(home)) {
      return files
              .filter(f -> f.getFileName().toString().startsWith("kepu.db"))
              .mapToLong(this::size)
              .sum()
          / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + home, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + home, e);
    }
  }

  private Process spawn() {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(said)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command, e);
    }
  }

  private ServiceProcess await() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + ready)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      try {
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return this;
        }
      } catch (IOException e) {
        // Not listening yet.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      sleep();
    }
    close();
    throw new IllegalStateException(
        "The service did not get ready within %s; what it said stands above".formatted(PATIENCE));
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A number of the kernel's account of the process, in KiB where it is a size. */
  private long status(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", pid(), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException("Only Linux tells the memory of process " + pid(), e);
    }
  }

  private long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Gone between the list and now.
      return 0;
    }
  }

  private String pid() {
    return String.valueOf(process.pid());
  }

  /** A new folder, with the vectors that are known already. */
  public static Path temporaryHome() {
    try {
      Path home = Files.createTempDirectory("kepu-load-home");
      if (Files.exists(VECTORS)) {
        Files.copy(VECTORS, home.resolve(VECTORS.getFileName()));
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }
}
