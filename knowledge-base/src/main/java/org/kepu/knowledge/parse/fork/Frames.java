package org.kepu.knowledge.parse.fork;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Messages between the two processes: a length of four bytes, then so many bytes. */
final class Frames {

  private static final JsonMapper JSON = new JsonMapper();

  private final DataInputStream in;
  private final DataOutputStream out;

  Frames(InputStream in, OutputStream out) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(out);
  }

  static byte[] json(Object message) {
    return JSON.writeValueAsBytes(message);
  }

  void write(byte[] frame) throws IOException {
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
  }

  <T> T read(Class<T> type, int longest) throws IOException {
    try {
      return JSON.readValue(read(longest), type);
    } catch (JacksonException e) {
      throw new IOException("No " + type.getSimpleName() + " came", e);
    }
  }

  /**
   * @throws EOFException if the other process is gone
   * @throws IOException if it sends more than {@code longest} bytes
   */
  byte[] read(int longest) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > longest) {
      throw new IOException("A message of %d bytes; at most %d".formatted(length, longest));
    }
    byte[] frame = in.readNBytes(length);
    if (frame.length < length) {
      throw new EOFException("The message ended early");
    }
    return frame;
  }
}
