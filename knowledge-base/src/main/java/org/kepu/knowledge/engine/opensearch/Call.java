package org.kepu.knowledge.engine.opensearch;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to a cluster that may be made again: made twice, it does what it does once.
 *
 * @param method of HTTP
 * @param path below the node's address
 * @param parameters behind the path
 * @param body as it is sent, empty for none
 * @param contentType of the body
 */
record Call(
    String method, String path, Map<String, String> parameters, byte[] body, String contentType) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final byte[] NOTHING = {};
  private static final String APPLICATION_JSON = "application/json";

  static Call get(String path) {
    return new Call("GET", path, Map.of(), NOTHING, APPLICATION_JSON);
  }

  static Call delete(String path) {
    return new Call("DELETE", path, Map.of(), NOTHING, APPLICATION_JSON);
  }

  static Call post(String path) {
    return new Call("POST", path, Map.of(), NOTHING, APPLICATION_JSON);
  }

  static Call post(String path, Object body) {
    return new Call("POST", path, Map.of(), JSON.writeValueAsBytes(body), APPLICATION_JSON);
  }

  static Call put(String path, Object body) {
    return new Call("PUT", path, Map.of(), JSON.writeValueAsBytes(body), APPLICATION_JSON);
  }

  /** Several documents, a line each. */
  static Call bulk(String path, byte[] lines) {
    return new Call("POST", path, Map.of(), lines, "application/x-ndjson");
  }

  Call with(String parameter, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, String.valueOf(value));
    return new Call(method, path, more, body, contentType);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
