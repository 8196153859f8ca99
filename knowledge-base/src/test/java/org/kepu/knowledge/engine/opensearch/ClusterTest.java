package org.kepu.knowledge.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.knowledge.engine.opensearch.FakeNode.Answer;
import org.kepu.knowledge.search.IndexFailureException;
import tools.jackson.databind.JsonNode;

class ClusterTest {

  private static final Call SEARCH = Call.get("/x/_search");
  private static final String HITS = "\"hits\":{\"hits\":[1]}";
  private static final Answer WHOLE =
      new Answer(200, "{\"timed_out\":false,\"_shards\":{\"total\":1,\"failed\":0}," + HITS + "}");
  private static final Answer FAILED_SHARD =
      new Answer(200, "{\"timed_out\":false,\"_shards\":{\"total\":2,\"failed\":1}," + HITS + "}");
  private static final Answer TIMED_OUT =
      new Answer(200, "{\"timed_out\":true,\"_shards\":{\"total\":1,\"failed\":0}," + HITS + "}");
  private static final Answer UNAVAILABLE = new Answer(503, error("no_shard_available", "gone"));
  private static final Answer HANGS_UP = new Answer(-1, "");

  @Test
  void whatOnlySomePartsAnsweredIsAskedForAgain() {
    try (FakeNode node = new FakeNode(FAILED_SHARD, TIMED_OUT, WHOLE);
        Cluster cluster = patient(node.address())) {
      JsonNode answer = cluster.search(SEARCH);

      assertThat(answer.path("timed_out").asBoolean()).isFalse();
      assertThat(answer.path("_shards").path("failed").asInt()).isZero();
      assertThat(node.requests())
          .hasSize(3)
          .allMatch(request -> request.contains("allow_partial_search_results=false"));
    }
  }

  @Test
  void whatStaysPartialIsNeverPassedOn() {
    for (Answer partial : List.of(FAILED_SHARD, TIMED_OUT)) {
      try (FakeNode node = new FakeNode(partial);
          Cluster cluster = cluster(node.address())) {
        assertThatExceptionOfType(IndexFailureException.class)
            .isThrownBy(() -> cluster.search(SEARCH))
            .withMessageContaining("in part only")
            .withMessageContaining(node.address().toString());
      }
    }
  }

  @Test
  void whatIsNotThereJustNowIsAskedForAgain() {
    try (FakeNode node = new FakeNode(UNAVAILABLE, HANGS_UP, new Answer(429, "{}"), WHOLE);
        Cluster cluster = patient(node.address())) {
      assertThat(cluster.search(SEARCH).path("hits").path("hits")).hasSize(1);
    }
  }

  @Test
  void anotherNodeIsAskedWhereOneIsAway() {
    URI away = closedPort();
    try (FakeNode node = new FakeNode(WHOLE);
        Cluster cluster = patient(away, node.address())) {
      for (int i = 0; i < 4; i++) {
        assertThat(cluster.search(SEARCH).path("hits").path("hits")).hasSize(1);
      }
    }
  }

  @Test
  void aClusterThatIsAwayIsNamedWithWhatToDoAndFoundAgainOnceItIsBack() {
    FakeNode first = new FakeNode(WHOLE);
    int port = first.port();
    try (Cluster cluster = cluster(first.address())) {
      first.close();

      assertThatExceptionOfType(IndexFailureException.class)
          .isThrownBy(() -> cluster.ask(SEARCH))
          .withMessageContaining("No node of the search cluster at [http://127.0.0.1:" + port)
          .withMessageContaining("Please check that it runs");

      try (FakeNode back = new FakeNode(port, WHOLE)) {
        assertThat(cluster.ask(SEARCH).path("hits").path("hits")).hasSize(1);
        assertThat(back.requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void refusedCredentialsAreSaidSo(int status) {
    try (FakeNode node = new FakeNode(new Answer(status, error("security_exception", "no")));
        Cluster cluster = cluster(node.address())) {
      assertThatExceptionOfType(IndexFailureException.class)
          .isThrownBy(() -> cluster.ask(SEARCH))
          .withMessageContaining("Please check the user and password");
      assertThat(node.requests()).as("asked once: it would be refused again").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void aRefusalIsFinalAndSaysWhy(int status) {
    try (FakeNode node = new FakeNode(new Answer(status, error("some_exception", "the reason")));
        Cluster cluster = cluster(node.address())) {
      assertThatExceptionOfType(IndexFailureException.class)
          .isThrownBy(() -> cluster.ask(SEARCH))
          .withMessageContaining("some_exception the reason");
      assertThat(node.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>a proxy</html>", "{\"half\":"})
  void whatDoesNotSpeakJsonIsNoCluster(String body) {
    try (FakeNode node = new FakeNode(new Answer(200, body));
        Cluster cluster = cluster(node.address())) {
      assertThatExceptionOfType(IndexFailureException.class)
          .isThrownBy(() -> cluster.ask(SEARCH))
          .withMessageContaining("It does not speak JSON");
    }
  }

  @Test
  void aThreadThatIsInterruptedGoesOnTryingNoLonger() {
    try (Cluster cluster = cluster(closedPort())) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> cluster.ask(SEARCH));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void credentialsAreShownWithEveryQuestionAndInNoMessage() {
    Credentials basic = new Credentials.Basic("kepu", "secret");
    Credentials bearer = new Credentials.Bearer("secret");
    try (FakeNode node = new FakeNode(WHOLE)) {
      for (Credentials each : List.of(basic, bearer)) {
        try (Cluster cluster = cluster(Duration.ofMinutes(1), each, node.address())) {
          cluster.ask(SEARCH);
        }
        assertThat(each).asString().doesNotContain("secret");
      }
      assertThat(node.requests())
          .containsExactly("GET /x/_search Basic a2VwdTpzZWNyZXQ=", "GET /x/_search Bearer secret");
    }
  }

  /** For failures, which are to be there soon. */
  private static Cluster cluster(URI... nodes) {
    return cluster(Duration.ofMillis(200), new Credentials.None(), nodes);
  }

  /** For what succeeds in the end, on a busy machine too. */
  private static Cluster patient(URI... nodes) {
    return cluster(Duration.ofMinutes(1), new Credentials.None(), nodes);
  }

  private static Cluster cluster(Duration patience, Credentials credentials, URI... nodes) {
    return new Cluster(settings(patience, credentials, nodes));
  }

  private static OpenSearchSettings settings(
      Duration patience, Credentials credentials, URI... nodes) {
    return new OpenSearchSettings(
        List.of(nodes),
        credentials,
        "test",
        2,
        1,
        Duration.ofSeconds(30),
        patience,
        patience,
        Duration.ZERO);
  }

  private static String error(String type, String reason) {
    String cause = "\"type\":\"%s\",\"reason\":\"%s\"".formatted(type, reason);
    return "{\"error\":{\"root_cause\":[{%s}],%s}}".formatted(cause, cause);
  }

  private static URI closedPort() {
    try (FakeNode node = new FakeNode(WHOLE)) {
      return node.address();
    }
  }
}
