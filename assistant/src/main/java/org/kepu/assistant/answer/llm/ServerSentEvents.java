package org.kepu.assistant.answer.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events (WHATWG HTML, 9.2) from a stream that is not to be trusted: a line, an
 * event and all together have a most.
 */
final class ServerSentEvents {

  private final Reader reader;
  private final int mostInEvent;
  private long left;
  private boolean afterReturn;

  /**
   * @param mostInEvent characters of a line and of an event's data
   * @param most characters in all
   */
  ServerSentEvents(InputStream stream, int mostInEvent, long most) {
    this.reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
    this.mostInEvent = mostInEvent;
    this.left = most;
  }

  /**
   * The next event with data; empty at the end.
   *
   * @throws OverlongException if it goes on for too long
   */
  Optional<ServerSentEvent> next() throws IOException {
    String name = null;
    StringBuilder data = new StringBuilder();
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          return Optional.of(new ServerSentEvent(name, data.toString()));
        }
        name = null;
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(value(line, "data:"));
        bound(data);
      } else if (line.startsWith("event:")) {
        name = value(line, "event:");
      }
    }
    return data.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServerSentEvent(name, data.toString()));
  }

  private static String value(String line, String field) {
    String value = line.substring(field.length());
    return value.startsWith(" ") ? value.substring(1) : value;
  }

  /** A line without its end, null at the end of all. */
  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (--left < 0) {
        throw new OverlongException("The stream goes on for too long");
      }
      boolean ended = c == '\n' && afterReturn;
      afterReturn = c == '\r';
      if (!ended) {
        if (c == '\n' || c == '\r') {
          return line.toString();
        }
        line.append((char) c);
        bound(line);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  private void bound(StringBuilder text) throws OverlongException {
    if (text.length() > mostInEvent) {
      throw new OverlongException(
          "A line or an event has more than %d characters".formatted(mostInEvent));
    }
  }

  /** The stream goes on for longer than we read. */
  static final class OverlongException extends IOException {

    private static final long serialVersionUID = 1L;

    OverlongException(String message) {
      super(message);
    }
  }
}
