package org.kepu.evaluation.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** HAProxy before two nodes, with the settings that operators are given. */
final class Proxy implements AutoCloseable {

  private static final Path SETTINGS = Path.of("deploy", "haproxy.cfg");

  private final Process process;
  private final String url;

  /**
   * Starts it.
   *
   * @throws IllegalStateException if there is no HAProxy on this machine
   */
  Proxy(String node1, String node2) {
    int port = freePort();
    url = "http://localhost:" + port;
    ProcessBuilder builder =
        new ProcessBuilder("haproxy", "-db", "-f", SETTINGS.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("KEPU_PROXY_BIND", "127.0.0.1:" + port);
    builder.environment().put("KEPU_NODE_1", authority(node1));
    builder.environment().put("KEPU_NODE_2", authority(node2));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "HAProxy cannot be started; please install it (on Debian: apt install haproxy)", e);
    }
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String authority(String url) {
    return "127.0.0.1:" + URI.create(url).getPort();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }
}
