package org.kepu.evaluation.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.evaluation.attack.Attempt.Header;

/**
 * HTTP/1.1 over a socket, because no client library sends what is wrong. One request at a time; not
 * for several threads.
 */
final class Wire implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What is no HTTP need not be answered. */
  private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(1);

  private static final int MOST = 64 * 1024 * 1024;

  private final InetSocketAddress address;
  private final String host;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /**
   * @throws IllegalArgumentException if the service is not on this machine
   */
  Wire(String url) {
    URI service = URI.create(url);
    InetSocketAddress found = new InetSocketAddress(service.getHost(), service.getPort());
    InetAddress resolved = found.getAddress();
    if (resolved == null || !resolved.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "Only a service on this machine is attacked, not %s; run this beside it".formatted(url));
    }
    address = found;
    host = service.getHost() + ":" + service.getPort();
  }

  String host() {
    return host;
  }

  /** Sends a request and reads its answer, which is without a status where there was none. */
  Answer send(Attempt attempt) {
    byte[] bytes = attempt.bytes(host);
    Answer answer = exchange(bytes, attempt, socket != null);
    if (answer.status() == 0 && answer.stale()) {
      // The connection was closed while nothing was asked.
      answer = exchange(bytes, attempt, false);
    }
    return answer;
  }

  private Answer exchange(byte[] bytes, Attempt attempt, boolean reused) {
    long start = System.nanoTime();
    boolean began = false;
    try {
      if (!attempt.isWellFormed()) {
        close();
      }
      InputStream from = connected();
      Socket to = java.util.Objects.requireNonNull(socket);
      to.setSoTimeout((int) (attempt.isWellFormed() ? PATIENCE : LITTLE_PATIENCE).toMillis());
      to.getOutputStream().write(bytes);
      to.getOutputStream().flush();
      from.mark(1);
      if (from.read() < 0) {
        throw new EOFException("closed without an answer");
      }
      from.reset();
      began = true;
      Answer answer = read(from, attempt.method(), start);
      if (!attempt.isWellFormed()
          || answer.header("Connection").equalsIgnoreCase("close")
          || !answer.whole()) {
        close();
      }
      return answer;
    } catch (SocketTimeoutException e) {
      close();
      return Answer.none("no answer within " + PATIENCE.toSeconds() + " s", since(start), false);
    } catch (IOException | NumberFormatException e) {
      close();
      return Answer.none(String.valueOf(e.getMessage()), since(start), reused && !began);
    }
  }

  private InputStream connected() throws IOException {
    InputStream open = in;
    if (open == null) {
      Socket made = new Socket();
      made.connect(address, (int) PATIENCE.toMillis());
      made.setTcpNoDelay(true);
      socket = made;
      open = new BufferedInputStream(made.getInputStream());
      in = open;
    }
    return open;
  }

  private static Answer read(InputStream in, String method, long start) throws IOException {
    int status = 100;
    List<Header> headers = new ArrayList<>();
    while (status / 100 == 1) {
      String first = line(in);
      if (!first.matches("HTTP/1\\.[01] [0-9]{3}.*")) {
        throw new IOException("no HTTP: " + first);
      }
      status = Integer.parseInt(first.substring(9, 12));
      headers.clear();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        int colon = Math.max(0, line.indexOf(':'));
        headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    Answer head = new Answer(status, headers, new byte[0], 0, "", false, true);
    byte[] body;
    boolean whole = true;
    if (method.equals("HEAD") || status == 204 || status == 304) {
      body = new byte[0];
    } else if (head.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      body = chunks(in);
    } else if (!head.header("Content-Length").isEmpty()) {
      body = in.readNBytes(Integer.parseInt(head.header("Content-Length")));
    } else {
      body = in.readNBytes(MOST);
      whole = false;
    }
    return new Answer(status, headers, body, since(start), "", false, whole);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
      if (size == 0) {
        while (!line(in).isEmpty()) {
          // Trailers tell us nothing.
        }
        return body.toByteArray();
      }
      byte[] chunk = in.readNBytes(size);
      if (chunk.length < size || body.size() > MOST) {
        throw new EOFException("the answer broke off");
      }
      body.writeBytes(chunk);
      line(in);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer broke off");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static long since(long start) {
    return System.nanoTime() - start;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // Nothing more is wanted of it.
    }
    socket = null;
    in = null;
  }
}
