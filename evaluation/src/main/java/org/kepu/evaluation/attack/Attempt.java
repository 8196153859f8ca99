package org.kepu.evaluation.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, as it goes over the wire.
 *
 * @param number which of a seed's requests it is
 * @param trick what is wrong with it
 * @param target as in its first line; characters are bytes
 * @param headers without those that tell of its length; characters are bytes
 * @param body null: none
 * @param framing how its length is told
 * @param pathKept whether it goes to its operation's path
 */
record Attempt(
    long number,
    Trick trick,
    Operation operation,
    Caller caller,
    String method,
    String target,
    List<Header> headers,
    byte @Nullable [] body,
    Framing framing,
    boolean pathKept) {

  Attempt {
    headers = List.copyOf(headers);
  }

  /** How the length of a body is told. */
  enum Framing {
    LENGTH,
    CHUNKED,
    /** In a way that HTTP forbids. */
    LYING
  }

  /** A header line. */
  record Header(String name, String value) {}

  /** Whether it keeps to the grammar of HTTP, so that the service itself has to answer it. */
  boolean isWellFormed() {
    return framing != Framing.LYING && !trick.breaksHttp();
  }

  /** The bytes that are sent. */
  byte[] bytes(String host) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Host"))) {
      head.append("Host: ").append(host).append("\r\n");
    }
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    byte[] held = body;
    byte[] sent = held == null ? new byte[0] : held;
    if (framing == Framing.CHUNKED) {
      head.append("Transfer-Encoding: chunked\r\n\r\n");
      out.writeBytes(latin(head.toString()));
      if (sent.length > 0) {
        out.writeBytes(latin(Integer.toHexString(sent.length) + "\r\n"));
        out.writeBytes(sent);
        out.writeBytes(latin("\r\n"));
      }
      out.writeBytes(latin("0\r\n\r\n"));
      return out.toByteArray();
    }
    if (framing == Framing.LENGTH && body != null) {
      head.append("Content-Length: ").append(sent.length).append("\r\n");
    }
    head.append("\r\n");
    out.writeBytes(latin(head.toString()));
    out.writeBytes(sent);
    return out.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
