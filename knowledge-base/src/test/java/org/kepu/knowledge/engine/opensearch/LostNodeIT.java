package org.kepu.knowledge.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.onnx.BgeSmallZh;
import org.kepu.knowledge.index.EmbeddedPassage;
import org.kepu.knowledge.index.GenerationBuilder;
import org.kepu.knowledge.passage.Passage;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;
import org.kepu.knowledge.search.QueryTerm;

/** A node of the cluster is lost, as by a power cut, while it is asked and written to. */
@ExtendWith(TestCluster.Extension.class)
class LostNodeIT {

  private static final int SECTIONS = 60;

  /** How often each section is written to the generation that is built meanwhile. */
  private static final int TIMES = 12;

  private static final int READERS = 2;
  private static final String EMBEDDER = "model/1";
  private static final String PREFIX = "lost-node";

  private static List<EmbeddedPassage> sections;
  private static List<Asked> questions;

  /** A question with its vector, as words and as meaning. */
  private record Asked(String question, float[] vector) {}

  /** All that a generation says to a question. */
  private record Said(
      List<Hit> words, List<Hit> meaning, List<QueryTerm> terms, List<Passage> passages) {

    static Said of(Generation generation, Asked asked) {
      List<Hit> words = generation.matching(asked.question(), 20);
      List<Hit> meaning = generation.nearest(asked.vector(), 20);
      List<String> ids = new ArrayList<>();
      words.forEach(hit -> ids.add(hit.passageId()));
      meaning.forEach(hit -> ids.add(hit.passageId()));
      return new Said(words, meaning, generation.terms(asked.question()), generation.passages(ids));
    }
  }

  @BeforeAll
  static void embed() {
    List<Passage> passages =
        StarterCollection.documents().stream()
            .flatMap(document -> PassageSplitter.STANDARD.split(document).stream())
            .filter(passage -> !(passage.role() instanceof Role.Variant))
            .limit(SECTIONS)
            .toList();
    try (Embedder embedder = new BgeSmallZh()) {
      sections =
          passages.stream()
              .map(
                  passage ->
                      new EmbeddedPassage(
                          passage,
                          PassageSplitter.STANDARD.windows(passage).stream()
                              .map(window -> embedder.embed(window.text()))
                              .toList()))
              .toList();
      questions =
          passages.stream()
              .limit(12)
              .map(Passage::heading)
              .map(heading -> new Asked(heading, embedder.embed(heading)))
              .toList();
    }
  }

  @AfterAll
  static void deleteAll(TestCluster cluster) {
    cluster.send("DELETE", "/" + PREFIX + "-*", "");
  }

  @Test
  void nothingAcknowledgedIsLostNoAnswerIsPartialAndTwoNodesBecomeGreen(TestCluster cluster)
      throws Exception {
    try (OpenSearchIndex index =
        new OpenSearchIndex(TestSettings.of(cluster.addresses(), PREFIX))) {
      publish(index, "first", sections);
      Map<String, Said> expected = ask(index);
      assertThat(expected.values())
          .allSatisfy(said -> assertThat(said.words()).isNotEmpty())
          .allSatisfy(said -> assertThat(said.meaning()).hasSize(20));

      AtomicBoolean done = new AtomicBoolean();
      try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
          readers.add(threads.submit(reader(index, expected, done)));
        }
        List<EmbeddedPassage> many = manyTimes(sections);
        try (GenerationBuilder builder = index.begin("second", EMBEDDER)) {
          many.subList(0, many.size() / 2).forEach(builder::add);
          // While the other half is written.
          Future<?> killed = threads.submit(() -> cluster.kill(cluster.inCharge()));
          many.subList(many.size() / 2, many.size()).forEach(builder::add);
          killed.get();
          builder.publish();
        } finally {
          done.set(true);
        }
        for (Future<Integer> reader : readers) {
          assertThat(reader.get()).as("rounds of a reader").isPositive();
        }
        assertHolds(index, many);
      }

      cluster.awaitGreen(2);
      assertHolds(index, manyTimes(sections));
      assertThat(index.stepBack()).isTrue();
      assertThat(ask(index)).isEqualTo(expected);
    }
  }

  /** Asks the generation that was live at first, again and again: always the same whole answers. */
  private static Callable<Integer> reader(
      OpenSearchIndex index, Map<String, Said> expected, AtomicBoolean done) {
    return () -> {
      int rounds = 0;
      try (Generation first = index.live().orElseThrow()) {
        while (!done.get() || rounds == 0) {
          for (Asked asked : questions) {
            assertThat(Said.of(first, asked)).isEqualTo(expected.get(asked.question()));
          }
          rounds++;
        }
      }
      return rounds;
    };
  }

  private static void assertHolds(OpenSearchIndex index, List<EmbeddedPassage> written) {
    List<Passage> passages = written.stream().map(EmbeddedPassage::passage).toList();
    try (Generation live = index.live().orElseThrow()) {
      assertThat(live.fingerprint()).isEqualTo("second");
      assertThat(live.size()).isEqualTo(written.size());
      assertThat(live.passages(passages.stream().map(Passage::id).toList())).isEqualTo(passages);
    }
  }

  private static Map<String, Said> ask(OpenSearchIndex index) {
    Map<String, Said> said = new TreeMap<>();
    try (Generation live = index.live().orElseThrow()) {
      questions.forEach(asked -> said.put(asked.question(), Said.of(live, asked)));
    }
    return said;
  }

  private static void publish(
      OpenSearchIndex index, String fingerprint, List<EmbeddedPassage> passages) {
    try (GenerationBuilder builder = index.begin(fingerprint, EMBEDDER)) {
      passages.forEach(builder::add);
      builder.publish();
    }
  }

  /** The same sections over and over, each time under other ids. */
  private static List<EmbeddedPassage> manyTimes(List<EmbeddedPassage> sections) {
    List<EmbeddedPassage> many = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      for (EmbeddedPassage section : sections) {
        many.add(new EmbeddedPassage(numbered(section.passage(), time), section.vectors()));
      }
    }
    return many;
  }

  private static Passage numbered(Passage passage, int time) {
    return new Passage(
        time + "-" + passage.id(),
        time + "-" + passage.documentId(),
        passage.documentVersion(),
        passage.title(),
        passage.aliases(),
        passage.heading(),
        passage.wordings(),
        passage.span(),
        passage.text(),
        passage.venues(),
        passage.role(),
        passage.validTo());
  }
}
