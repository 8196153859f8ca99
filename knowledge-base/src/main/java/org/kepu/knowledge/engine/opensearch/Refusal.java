package org.kepu.knowledge.engine.opensearch;

import tools.jackson.databind.JsonNode;

/**
 * Why a cluster did not do what it was asked.
 *
 * @param status of HTTP
 * @param type the cluster's own name of the error, empty if it names none
 * @param reason in the cluster's words
 */
record Refusal(int status, String type, String reason) {

  static Refusal of(int status, JsonNode answer) {
    JsonNode error = answer.path("error");
    JsonNode first = error.path("root_cause").path(0);
    JsonNode cause = first.isMissingNode() ? error : first;
    String reason =
        error.isString() ? error.asString() : cause.path("reason").asString("no reason given");
    return new Refusal(status, cause.path("type").asString(""), reason);
  }

  /** Whether it may be otherwise soon: too busy, no copy at hand, no node in charge. */
  boolean passing() {
    return status == 429 || status == 502 || status == 503 || status == 504;
  }

  /** What to do about it, as a sentence that goes on after the reason; empty where it says all. */
  String wayOut() {
    if (status == 401 || status == 403) {
      return ". Please check the user and password, or the token, that this service was given for"
          + " it";
    }
    if (status == 429) {
      return ". It is too busy: please give it more memory or nodes";
    }
    if (reason.contains("[index.knn]") || reason.contains("knn_vector")) {
      return ". It needs the k-NN plugin, which OpenSearch's distribution has and its minimal one"
          + " lacks";
    }
    return "";
  }

  @Override
  public String toString() {
    return "%d %s %s".formatted(status, type, reason).strip();
  }
}
