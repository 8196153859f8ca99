package org.kepu.evaluation.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kepu.evaluation.attack.Attempt.Header;

/**
 * What came back.
 *
 * @param status 0: no answer
 * @param why there was none
 * @param stale whether it was the connection's fault, which had been open before
 * @param whole whether its end was told, so that the connection may be used again
 */
record Answer(
    int status,
    List<Header> headers,
    byte[] body,
    long nanos,
    String why,
    boolean stale,
    boolean whole) {

  Answer {
    headers = List.copyOf(headers);
  }

  static Answer none(String why, long nanos, boolean stale) {
    return new Answer(0, List.of(), new byte[0], nanos, why, stale, false);
  }

  /** The first header of that name, empty if there is none. */
  String header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean succeeded() {
    return status / 100 == 2;
  }

  /** The value of a cookie that it sets, empty if it sets none of that name. */
  String cookie(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
        .map(Header::value)
        .filter(value -> value.startsWith(name + "="))
        .map(value -> value.substring(name.length() + 1).replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }
}
