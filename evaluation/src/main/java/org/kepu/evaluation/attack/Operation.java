package org.kepu.evaluation.attack;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An operation as the service describes it.
 *
 * @param bodies what may be sent with it, as schemas; none if it takes no body
 */
record Operation(String method, String path, List<Parameter> parameters, List<JsonNode> bodies) {

  private static final List<String> CLOSED = List.of("/api/v1/admin/", "/api/v1/educator/");
  private static final String ACCOUNT = "/api/v1/account";

  Operation {
    parameters = List.copyOf(parameters);
    bodies = List.copyOf(bodies);
  }

  /** Method and path: what it is known by. */
  String name() {
    return method + " " + path;
  }

  /** Whether somebody must be signed in for it. */
  boolean isClosed() {
    return CLOSED.stream().anyMatch(path::startsWith);
  }

  /** Whether it changes something for somebody who is signed in. */
  boolean needsCsrfToken() {
    return !method.equals("GET") && (isClosed() || path.startsWith(ACCOUNT));
  }

  /** Whether pages of registered sites may call it. */
  boolean isForSites() {
    return path.startsWith("/api/v1/")
        && !isClosed()
        && !path.startsWith(ACCOUNT)
        && !path.equals("/api/v1/config");
  }

  Stream<Parameter> in(String place) {
    return parameters.stream().filter(parameter -> parameter.in().equals(place));
  }

  /**
   * A parameter.
   *
   * @param in {@code path}, {@code query} or {@code header}
   */
  record Parameter(String name, String in, boolean required, JsonNode schema) {}
}
