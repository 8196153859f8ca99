package org.kepu.evaluation.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.evaluation.report.OwnProcess;
import tools.jackson.databind.json.JsonMapper;

/** The build works out how the jar's service is put together, which each start did before. */
class PutTogetherIT {

  private static final String SAID = "Starting AOT-processed Assistant";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path temporary;

  @Test
  void theJarOffersTheSameHoweverItIsPutTogether() throws Exception {
    Offer byTheBuild = offer("by-the-build", List.of());
    Offer atTheStart = offer("at-the-start", List.of("-Dspring.aot.enabled=false"));

    assertThat(byTheBuild.log()).contains(SAID);
    assertThat(atTheStart.log()).doesNotContain(SAID);
    assertThat(byTheBuild.operations())
        .contains("post /api/v1/chat")
        .isEqualTo(atTheStart.operations());
  }

  private Offer offer(String name, List<String> ofTheMachine) throws Exception {
    int port = ServiceProcess.freePort();
    Path log = temporary.resolve(name + ".log");
    List<String> command = OwnProcess.java(ofTheMachine.toArray(String[]::new));
    command.addAll(
        List.of(
            "-jar",
            ServiceProcess.JAR.toString(),
            "--server.port=" + port,
            "--kepu.home=" + temporary.resolve(name)));
    Process service =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      SortedSet<String> operations = operations(openApi(service, port));
      return new Offer(operations, Files.readString(log));
    } finally {
      service.destroyForcibly().waitFor();
    }
  }

  private static String openApi(Process service, int port) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (service.isAlive() && Instant.now().isBefore(end)) {
        try {
          HttpResponse<String> response =
              client.send(request, HttpResponse.BodyHandlers.ofString());
          assertThat(response.statusCode()).isEqualTo(200);
          return response.body();
        } catch (ConnectException e) {
          Thread.sleep(200);
        }
      }
    }
    throw new AssertionError("The service " + (service.isAlive() ? "did not answer" : "ended"));
  }

  private static SortedSet<String> operations(String openApi) {
    SortedSet<String> operations = new TreeSet<>();
    JsonMapper.shared()
        .readTree(openApi)
        .required("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method + " " + path.getKey())));
    return operations;
  }

  /**
   * @param operations what can be asked of it
   * @param log what it said until then
   */
  private record Offer(SortedSet<String> operations, String log) {}
}
