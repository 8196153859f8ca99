package org.kepu.evaluation.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kepu.evaluation.attack.Attempt.Framing;
import org.kepu.evaluation.attack.Attempt.Header;

/**
 * Lines for a shell that repeat a request. {@code $KEPU} is where the service is, as in {@code
 * http://localhost:8080}; an array named for the caller, as in {@code ADMIN=(-H 'Cookie: …')},
 * holds the headers by which the service knows who asks.
 */
final class Curl {

  private static final int LONGEST = 1_000;

  private final Path folder;

  /**
   * @param folder where bodies go that are too long for a line
   */
  Curl(Path folder) {
    this.folder = folder;
  }

  String line(Attempt attempt) {
    if (!attempt.isWellFormed()) {
      Path file = kept(attempt.number() + ".http", attempt.bytes("localhost:8080"));
      return "nc -q 2 localhost 8080 < " + file;
    }
    StringBuilder line = new StringBuilder();
    byte[] body = attempt.body();
    if (body != null && body.length <= LONGEST) {
      line.append("printf %b ").append(quoted(octal(body))).append(" | ");
    }
    line.append("curl -si -X ").append(quoted(attempt.method()));
    line.append(" --request-target ").append(ansi(attempt.target()));
    for (Header header : attempt.headers()) {
      line.append(" -H ").append(ansi(header.name() + ": " + header.value()));
    }
    if (attempt.caller() != Caller.ANYBODY) {
      line.append(" \"${").append(attempt.caller()).append("[@]}\"");
    }
    if (attempt.framing() == Framing.CHUNKED) {
      line.append(" -H 'Transfer-Encoding: chunked'");
    }
    if (body != null) {
      line.append(" --data-binary @")
          .append(body.length <= LONGEST ? "-" : kept(attempt.number() + ".body", body).toString());
    }
    return line.append(" \"$KEPU\"").toString();
  }

  private Path kept(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a request in " + folder, e);
    }
  }

  /** For {@code printf %b}: what is no plain letter as octal. */
  private static String octal(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      if (b >= ' ' && b < 0x7f && b != '\\' && b != '\'') {
        text.append((char) b);
      } else {
        text.append("\\0%03o".formatted(b & 0xff));
      }
    }
    return text.toString();
  }

  /** As the shell reads it: characters are bytes. */
  private static String ansi(String text) {
    StringBuilder quoted = new StringBuilder("$'");
    for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
      if (b >= ' ' && b < 0x7f && b != '\\' && b != '\'') {
        quoted.append((char) b);
      } else {
        quoted.append("\\x%02x".formatted(b & 0xff));
      }
    }
    String whole = quoted.append('\'').toString();
    return whole.contains("\\x") ? whole : whole.substring(1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
