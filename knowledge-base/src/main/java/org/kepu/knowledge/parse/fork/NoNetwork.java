package org.kepu.knowledge.parse.fork;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the process from reaching out on a file's behalf. Three bars, none of them a wall:
 * addresses but those of local files are not opened, names do not resolve, and sockets go through a
 * proxy at a port where nobody listens. They stop what a parser may be talked into; code that has
 * taken the process over could open a channel past them. Where the system gives the process a
 * network namespace of its own ({@link JavaCommand#withoutNetwork}), that is a wall.
 */
final class NoNetwork {

  private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "nested");

  /** Ports below 1024 are not given to programs; nobody listens at the first. */
  private static final String CLOSED = "1";

  private NoNetwork() {}

  /**
   * What the JVM is started with.
   *
   * @param folder an empty folder
   */
  static List<String> jvmOptions(Path folder) {
    return List.of(
        "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
        "-DsocksProxyHost=127.0.0.1",
        "-DsocksProxyPort=" + CLOSED,
        "-DsocksNonProxyHosts=",
        "-Dhttp.proxyHost=127.0.0.1",
        "-Dhttp.proxyPort=" + CLOSED,
        "-Dhttp.nonProxyHosts=",
        "-Dhttps.proxyHost=127.0.0.1",
        "-Dhttps.proxyPort=" + CLOSED);
  }

  /** To be called once, before the process reads anything. */
  static void enforce() {
    URL.setURLStreamHandlerFactory(NoNetwork::handler);
  }

  private static @Nullable URLStreamHandler handler(String protocol) {
    return LOCAL.contains(protocol) ? null : new Refusing();
  }

  private static final class Refusing extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("Files are read without the network: " + url.getProtocol());
    }
  }
}
