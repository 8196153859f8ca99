package org.kepu.knowledge.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real cluster of three processes on this machine, for all tests of a run. What they run lies
 * where the build put it, away from the class path of the tests; their logs lie beside it.
 */
final class TestCluster implements AutoCloseable {

  private static final int NODES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Node> nodes = new ArrayList<>();

  private TestCluster(Path folder) {
    try {
      Path home = folder.resolve("nodes");
      delete(home);
      List<Integer> ports = freePorts(2 * NODES);
      String classPath = classPath(folder);
      for (int i = 0; i < NODES; i++) {
        nodes.add(Node.start(i, home, classPath, ports));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The cluster cannot be started", e);
    }
    try {
      await(health -> health.contains("\"number_of_nodes\":" + NODES), "three nodes");
    } catch (AssertionError e) {
      close();
      throw e;
    }
  }

  /** The addresses of all nodes, of lost ones too. */
  List<URI> addresses() {
    return nodes.stream().map(Node::address).toList();
  }

  /** Ends a node as a power cut would. */
  void kill(int node) {
    nodes.get(node).process().destroyForcibly().onExit().join();
  }

  /** The node in charge of the cluster. */
  int inCharge() {
    String name = get("/_cat/cluster_manager?h=node").strip();
    return Integer.parseInt(name.substring("node-".length()));
  }

  /** Waits until nothing is missing, with as many nodes. */
  void awaitGreen(int count) {
    await(
        health ->
            health.contains("\"number_of_nodes\":" + count)
                && health.contains("\"status\":\"green\""),
        "green on " + count + " nodes");
  }

  /** What the first node that runs answers. */
  String get(String path) {
    return send("GET", path, "");
  }

  String send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(running().address().resolve(path))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Their data go with the next run: there is nothing to be closed in order. */
  @Override
  public void close() {
    nodes.forEach(node -> node.process().destroyForcibly());
    nodes.forEach(node -> node.process().onExit().join());
    http.close();
  }

  private Node running() {
    return nodes.stream().filter(node -> node.process().isAlive()).findFirst().orElseThrow();
  }

  private void await(Predicate<String> state, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      try {
        last = get("/_cluster/health");
        if (state.test(last)) {
          return;
        }
      } catch (UncheckedIOException e) {
        last = String.valueOf(e.getMessage());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    assertThat(last).as("waiting for %s; the nodes' logs lie beside their data", what).isNull();
  }

  /** The servers and their plugins, and the little program that starts one, compiled now. */
  private static String classPath(Path folder) throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(Files.readString(folder.resolve("classpath.txt")));
    try (Stream<Path> plugin = Files.list(folder.resolve("knn"))) {
      plugin.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().forEach(parts::add);
    }
    String jars = String.join(File.pathSeparator, parts);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                jars,
                "-d",
                classes.toString(),
                "src/test/opensearch/ClusterNode.java");
    assertThat(result).as("compiling the nodes' program").isZero();
    return classes + File.pathSeparator + jars;
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /**
   * One of the processes.
   *
   * @param address where it answers
   */
  private record Node(Process process, URI address) {

    static Node start(int number, Path home, String classPath, List<Integer> ports)
        throws IOException {
      Path folder = Files.createDirectories(home.resolve("node-" + number));
      Files.createDirectories(folder.resolve("config"));
      Path arguments = Files.writeString(folder.resolve("class-path.args"), "-cp " + classPath);
      List<String> names = IntStream.range(0, NODES).mapToObj(i -> "node-" + i).toList();
      List<String> seeds =
          IntStream.range(0, NODES).mapToObj(i -> "127.0.0.1:" + ports.get(NODES + i)).toList();
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "--enable-native-access=ALL-UNNAMED",
              "-Dlog4j2.configurationFile=src/test/opensearch/log4j2.properties",
              "@" + arguments,
              "ClusterNode",
              folder.toString(),
              "node-" + number,
              String.valueOf(ports.get(number)),
              String.valueOf(ports.get(NODES + number)),
              String.join(",", names),
              String.join(",", seeds));
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("node.log").toFile())
              .start();
      return new Node(process, URI.create("http://127.0.0.1:" + ports.get(number)));
    }
  }

  /** Gives a test the cluster, which ends with the last of them. */
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public TestCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              TestCluster.class,
              key -> new TestCluster(Path.of(System.getProperty("cluster.folder"))),
              TestCluster.class);
    }
  }
}
