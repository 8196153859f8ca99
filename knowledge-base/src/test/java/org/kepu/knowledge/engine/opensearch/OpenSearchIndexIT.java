package org.kepu.knowledge.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.index.PassageIndexContract;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.IndexFailureException;

/** The engine on a real cluster of three processes. */
@ExtendWith(TestCluster.Extension.class)
class OpenSearchIndexIT extends PassageIndexContract {

  private static final EmbeddedPassage MILU = embedded("milu#0", "麋鹿", "麋鹿吃青草。", EAST, NORTH);

  private static final String PREFIX = "test";

  private static TestCluster cluster;

  @BeforeAll
  static void start(TestCluster started) {
    cluster = started;
  }

  @Override
  protected PassageIndex open(Path folder) {
    return new OpenSearchIndex(settings());
  }

  @Override
  protected PassageIndex openAfterKill() {
    return open(folder());
  }

  @AfterEach
  void deleteAll() {
    cluster.send("DELETE", "/" + PREFIX + "-*", "");
  }

  @Test
  void theLiveGenerationAndTheOneBeforeAreKeptAndNothingOfADiscardedBuild() {
    publish("first", MILU);
    publish("second", MILU);
    publish("third", MILU);
    try (GenerationBuilder builder = index.begin("fourth", EMBEDDER)) {
      builder.add(MILU);
      builder.review().close();
    }

    assertThat(generations()).hasSize(2);
  }

  @Test
  void aGenerationOfAnOlderLayoutIsNotAskedAndBuiltAnewBeside() {
    cluster.send(
        "PUT",
        "/" + PREFIX + "-generation-older",
        """
        {"mappings": {"_meta": {"layout": "opensearch/0", "fingerprint": "old"}},
         "aliases": {"test-live": {}}}
        """);
    assertThat(index.live()).isEmpty();

    publish("new", MILU);

    assertLiveIs("new");
    assertThatExceptionOfType(IndexFailureException.class)
        .isThrownBy(index::stepBack)
        .withMessageContaining("cannot be asked by this version");
    assertLiveIs("new");
    publish("newer", MILU);
    assertThat(generations()).hasSize(2).noneMatch(name -> name.endsWith("older"));
  }

  @Test
  void whatAStoppedBuildLeftIsClearedAwayByTheNextButNoBuildThatGoesOn() {
    cluster.send(
        "PUT",
        "/" + PREFIX + "-generation-stopped",
        """
        {"mappings": {"_meta": {"layout": "opensearch/1", "keepUntil": 1}}}
        """);
    try (PassageIndex other = open(folder());
        GenerationBuilder going = other.begin("going", EMBEDDER)) {
      going.add(MILU);

      publish("first", MILU);

      assertThat(generations()).hasSize(2).noneMatch(name -> name.endsWith("stopped"));
      going.publish();
    }
    reopen();
    assertLiveIs("going");
  }

  @Test
  void aSwapByAnotherServiceIsSeen() {
    publish("first", MILU);
    try (PassageIndex other = open(folder())) {
      assertThat(fingerprintOf(other)).isEqualTo("first");

      publish("second", MILU);

      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!fingerprintOf(other).equals("second")) {
        assertThat(System.nanoTime()).as("waiting for the swap to be seen").isLessThan(deadline);
      }
    }
  }

  @Test
  void ofTwoServicesThatBuildTheSameOnePublishes() {
    publish("first", MILU);
    try (PassageIndex other = open(folder());
        GenerationBuilder slower = other.begin("second", EMBEDDER)) {
      slower.add(MILU);
      publish("second", MILU);

      slower.publish();

      assertThat(generations()).hasSize(2);
      assertThat(other.stepBack()).isTrue();
    }
    reopen();
    assertLiveIs("first");
  }

  @Test
  void aPassageThatTheClusterRefusesKeepsTheGenerationFromGoingLive() {
    publish("first", MILU);
    String id = "长".repeat(20_000);

    assertThatExceptionOfType(IndexFailureException.class)
        .isThrownBy(() -> publish("second", embedded(id + "#0", "麋鹿", "麋鹿。", EAST)))
        .withMessageContaining("refused a passage");

    assertLiveIs("first");
    assertThat(generations()).hasSize(1);
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    try (GenerationBuilder builder = index.begin("first", EMBEDDER)) {
      builder.add(MILU);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.add(embedded("deer#0", "鹿", "鹿。", new float[] {1, 0})))
          .withMessageContaining("4; not 2");
    }
  }

  @Test
  void moreCopiesThanNodesAreNotWaitedForForEver() {
    OpenSearchSettings four =
        new OpenSearchSettings(
            cluster.addresses(),
            new Credentials.None(),
            PREFIX,
            4,
            1,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMillis(10),
            Duration.ZERO);
    try (PassageIndex greedy = new OpenSearchIndex(four);
        GenerationBuilder builder = greedy.begin("first", EMBEDDER)) {
      builder.add(MILU);

      assertThatExceptionOfType(IndexFailureException.class)
          .isThrownBy(builder::publish)
          .withMessageContaining("not on all 4 copies");
    }
    assertThat(index.live()).isEmpty();
  }

  @Test
  void theLayoutNamesTheEngine() {
    assertThat(OpenSearchIndex.layout()).startsWith("opensearch/");
  }

  private static OpenSearchSettings settings() {
    return TestSettings.of(cluster.addresses(), PREFIX);
  }

  private static String fingerprintOf(PassageIndex index) {
    try (Generation live = index.live().orElseThrow()) {
      return live.fingerprint();
    }
  }

  private List<String> generations() {
    return cluster.get("/_cat/indices/" + PREFIX + "-*?h=index").lines().toList();
  }
}
