package org.kepu.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kepu.knowledge.KnowledgeBase;
import org.kepu.knowledge.QuickEmbedder;
import org.kepu.knowledge.RememberingEmbedder;
import org.kepu.knowledge.SearchRequest;
import org.kepu.knowledge.StarterKnowledge;
import org.kepu.knowledge.catalog.Catalog;
import org.kepu.knowledge.collection.StarterCollection;
import org.kepu.knowledge.document.Audience;
import org.kepu.knowledge.document.Document;
import org.kepu.knowledge.document.Metadata;
import org.kepu.knowledge.document.Role;
import org.kepu.knowledge.embedding.Embedder;
import org.kepu.knowledge.embedding.VectorStore;
import org.kepu.knowledge.embedding.file.FileVectorStore;
import org.kepu.knowledge.engine.lucene.LuceneIndex;
import org.kepu.knowledge.index.PassageIndex;
import org.kepu.knowledge.ingest.IngestReport.Result;
import org.kepu.knowledge.parse.DocumentText;
import org.kepu.knowledge.passage.PassageSplitter;
import org.kepu.knowledge.search.Generation;
import org.kepu.knowledge.search.Hit;

@ExtendWith(StarterKnowledge.Extension.class)
class IngestTest {

  private static final Document MILU = document("milu", "麋鹿吃草。");
  private static final Document MILU_AGAIN = document("milu", "麋鹿吃青草和水草。");
  private static final Document MOON = document("moon", "月球上没有空气。");

  private final StarterKnowledge starter;
  private final RememberingEmbedder embedder;

  @TempDir private Path folder;

  private PassageIndex index;
  private Catalog catalog;

  IngestTest(StarterKnowledge starter) {
    this.starter = starter;
    embedder = starter.embedder();
  }

  @BeforeEach
  void open() {
    index = new LuceneIndex(folder.resolve("index"));
    catalog = StarterKnowledge.catalog(folder);
  }

  @AfterEach
  void close() {
    assertThat(Thread.interrupted()).isFalse();
    index.close();
  }

  @Test
  void whatIsIngestedIsFoundAndCurrent() {
    assertThat(ingest(MOON, MILU))
        .isEqualTo(
            new IngestReport(
                Result.BUILT, List.of("milu", "moon"), List.of(), List.of(), 0, List.of(), 2, 2));

    assertThat(found("青草")).containsExactly("milu#0");
    assertThat(catalog.allCurrent()).containsExactly(MILU, MOON);
  }

  @Test
  void theListenerHearsOfEveryPassage() {
    List<String> heard = new ArrayList<>();

    StarterKnowledge.ingest(embedder, index, catalog)
        .run(
            List.of(MILU, MOON),
            new IngestListener() {
              @Override
              public void started(int passages) {
                heard.add("started " + passages);
              }

              @Override
              public void embedded(int done) {
                heard.add("embedded " + done);
              }

              @Override
              public void finished() {
                heard.add("finished");
              }
            });

    assertThat(heard).containsExactly("started 2", "embedded 1", "embedded 2", "finished");
  }

  @Test
  void variantsAreCurrentAndNeitherEmbeddedNorFoundNorCountedAsFound() {
    ingest(MILU);
    int asked = embedder.asked();
    Document child = variant("milu-child", "milu", "麋鹿爱吃嫩嫩的草。");

    IngestReport report = ingest(MILU, child);

    assertThat(report.documents()).isEqualTo(2);
    assertThat(report.passages()).isEqualTo(1);
    assertThat(report.embedded()).as("the article is taken over").isZero();

    int reviewing = embedder.asked() - asked;
    ingest(MILU, child, variant("milu-child-2", "milu", "麋鹿，麋鹿。"));
    assertThat(embedder.asked() - asked).as("to review it, twice").isEqualTo(2 * reviewing);
    assertThat(found("嫩嫩")).isEmpty();
    assertThat(catalog.current("milu-child")).contains(child);
  }

  @Test
  void aChangedVariantMakesANewGeneration() {
    ingest(MILU, variant("milu-child", "milu", "一。"));

    assertThat(ingest(MILU, variant("milu-child", "milu", "二。")).built()).isTrue();
    assertThat(ingest(MILU, variant("milu-child", "milu", "二。")).built()).isFalse();
  }

  @Test
  void whatHasNotChangedIsNeitherBuiltNorEmbedded() {
    ingest(MILU, MOON);
    String fingerprint = fingerprint();
    int asked = embedder.asked();

    assertThat(ingest(MILU, MOON)).isEqualTo(nothingDone(2, 2));
    assertThat(ingest(MOON, MILU)).as("in another order").isEqualTo(nothingDone(2, 2));

    assertThat(embedder.asked()).isEqualTo(asked);
    assertThat(fingerprint()).isEqualTo(fingerprint);
  }

  @Test
  void whatHasNotChangedIsNotBuiltAfterARestartEither() {
    ingest(MILU, MOON);
    int asked = embedder.asked();
    index.close();
    open();

    assertThat(ingest(MILU, MOON).built()).isFalse();
    assertThat(embedder.asked()).isEqualTo(asked);
  }

  @Test
  void aChangedDocumentMakesANewGenerationAndLeavesItsOldVersionReadable() {
    ingest(MILU, MOON);
    String fingerprint = fingerprint();

    assertThat(ingest(MILU_AGAIN, MOON).built()).isTrue();

    assertThat(fingerprint()).isNotEqualTo(fingerprint);
    assertThat(found("水草")).containsExactly("milu#0");
    assertThat(catalog.current("milu")).contains(MILU_AGAIN);
    assertThat(catalog.version("milu", MILU.version())).contains(MILU);
  }

  @Test
  void aDocumentThatIsNoLongerThereIsNoLongerFound() {
    ingest(MILU, MOON);

    IngestReport report = ingest(MOON);

    assertThat(report.removed()).containsExactly("milu");
    assertThat(report.kept()).isEqualTo(1);
    assertThat(report.passages()).isEqualTo(1);

    assertThat(found("麋鹿")).isEmpty();
    assertThat(catalog.allCurrent()).containsExactly(MOON);
  }

  @Test
  void otherSettingsMakeANewGeneration() {
    ingest(MILU);
    String fingerprint = fingerprint();

    assertThat(
            new Ingest(
                    new PassageSplitter(600, 60),
                    embedder,
                    VectorStore.NONE,
                    index,
                    LuceneIndex.layout(),
                    catalog)
                .run(List.of(MILU), IngestListener.NONE)
                .built())
        .isTrue();
    assertThat(fingerprint()).isNotEqualTo(fingerprint);
    assertThat(
            new Ingest(
                    PassageSplitter.STANDARD, embedder, VectorStore.NONE, index, "other/2", catalog)
                .run(List.of(MILU), IngestListener.NONE)
                .built())
        .isTrue();
  }

  @Test
  void theReportSaysWhatWasAddedChangedRemovedAndKept() {
    Document sun = document("sun", "太阳是恒星。");
    ingest(MILU, MOON, document("gone", "没有了。"));

    IngestReport report = ingest(MILU_AGAIN, MOON, sun);

    assertThat(report.added()).containsExactly("sun");
    assertThat(report.changed()).containsExactly("milu");
    assertThat(report.removed()).containsExactly("gone");
    assertThat(report.kept()).isEqualTo(1);
    assertThat(report.documents()).isEqualTo(3);
    assertThat(report.quarantined()).isEmpty();
  }

  @Test
  void ofTwoDocumentsOfOneIdTheFirstIsTakenAndTheOtherQuarantined() {
    IngestReport report = ingest(MILU, MOON, MILU_AGAIN);

    assertThat(report.added()).containsExactly("milu", "moon");
    assertThat(report.quarantined())
        .containsExactly(new Quarantined("milu", "编号与另一份文档相同，请给其中一份换一个编号（id）"));
    assertThat(catalog.current("milu")).contains(MILU);
    assertThat(found("青")).isEmpty();
  }

  @Test
  void aDocumentWithoutTextIsQuarantinedAndNotIndexedEmpty() {
    IngestReport report = ingest(MOON, new DocumentText("扫描").toDocument("scan", Metadata.NONE));

    assertThat(report.added()).containsExactly("moon");
    assertThat(report.quarantined()).extracting(Quarantined::id).containsExactly("scan");
    assertThat(catalog.current("scan")).isEmpty();
  }

  @Test
  void whatCannotBeReadThisTimeStaysAsItWas() {
    ingest(MILU, MOON);

    IngestReport report =
        StarterKnowledge.ingest(embedder, index, catalog)
            .run(
                List.of(MOON),
                List.of(
                    new Quarantined("milu", "cut short"), new Quarantined("new.pdf", "encrypted")),
                IngestListener.NONE);

    assertThat(report.result()).isEqualTo(Result.UP_TO_DATE);
    assertThat(report.kept()).isEqualTo(2);
    assertThat(report.quarantined())
        .containsExactly(
            new Quarantined("milu", "cut short"), new Quarantined("new.pdf", "encrypted"));
    assertThat(found("麋鹿")).containsExactly("milu#0");
  }

  @Test
  void whatWasSteppedBackFromIsNotBuiltAgainUntilSomethingChanges() {
    ingest(MILU, MOON);
    ingest(MILU_AGAIN, MOON);
    index.stepBack();

    IngestReport withheld = ingest(MILU_AGAIN, MOON);

    assertThat(withheld.result()).isEqualTo(Result.WITHHELD);
    assertThat(withheld.kept()).isEqualTo(1);
    assertThat(withheld.changed()).containsExactly("milu");
    assertThat(found("青")).isEmpty();
    assertThat(catalog.current("milu")).as("what is answered from").contains(MILU);
    assertThat(ingest(MILU_AGAIN).result()).isEqualTo(Result.BUILT);
    assertThat(found("水草")).containsExactly("milu#0");
    assertThat(catalog.current("milu")).contains(MILU_AGAIN);
  }

  @Test
  void anEmbedderThatFailsLeavesTheLiveGeneration() {
    ingest(MOON);
    Embedder broken =
        embedding(
            text -> {
              throw new IllegalStateException("no memory");
            });

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                StarterKnowledge.ingest(broken, index, catalog)
                    .run(List.of(MILU), IngestListener.NONE))
        .withRootCauseInstanceOf(IllegalStateException.class);

    assertThat(found("月球")).containsExactly("moon#0");
    assertThat(catalog.allCurrent()).containsExactly(MOON);
    ingest(MILU);
    assertThat(found("麋鹿")).containsExactly("milu#0");
  }

  @Test
  void anInterruptLeavesTheLiveGenerationAndTheNextIngestSucceeds() {
    ingest(MOON);

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                StarterKnowledge.ingest(stuck(), index, catalog)
                    .run(List.of(MILU), onStart(Thread.currentThread()::interrupt)));

    Thread.interrupted();
    assertThat(found("月球")).containsExactly("moon#0");
    assertThat(catalog.allCurrent()).containsExactly(MOON);
    ingest(MILU);
    assertThat(found("麋鹿")).containsExactly("milu#0");
  }

  @Test
  void anInterruptedThreadStaysInterruptedAndItsBuildIsDiscarded() throws IOException {
    ingest(MOON);

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                StarterKnowledge.ingest(stuck(), index, catalog)
                    .run(List.of(MILU), onStart(Thread.currentThread()::interrupt)))
        .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());

    assertThat(Thread.interrupted()).isTrue();
    try (Stream<Path> files = Files.list(folder.resolve("index"))) {
      assertThat(files).as("LIVE and its generation").hasSize(2);
    }
  }

  @Test
  void anInterruptAfterTheLastPassageLeavesTheLiveGeneration() {
    ingest(MOON);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> interruptedAfterTheLastPassage(MILU));

    Thread.interrupted();
    assertThat(found("月球")).containsExactly("moon#0");
    index.close();
    open();
    assertThat(found("月球")).containsExactly("moon#0");
    ingest(MILU);
    assertThat(found("麋鹿")).containsExactly("milu#0");
  }

  @Test
  void anInterruptAfterTheLastPassageIsACancellation() {
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> interruptedAfterTheLastPassage(MILU));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void oneChangedDocumentIsEmbeddedAloneAndTheResultIsThatOfABuildFromNothing() {
    QuickEmbedder quick = new QuickEmbedder();
    VectorStore vectors = new FileVectorStore(folder.resolve("vectors.bin"));
    List<Document> documents = new ArrayList<>(StarterCollection.documents());
    StarterKnowledge.ingest(quick, vectors, index, catalog).run(documents, IngestListener.NONE);
    int asked = quick.asked();
    Document changed = documents.get(100).askedAs(heading -> List.of(heading + "（另一种问法）"));
    documents.set(100, changed);
    List<Integer> heard = new ArrayList<>();

    IngestReport report =
        StarterKnowledge.ingest(quick, vectors, index, catalog)
            .run(documents, listener(heard::add, heard::add));

    int sections = PassageSplitter.STANDARD.split(changed).size();
    assertThat(report.changed()).containsExactly(changed.id());
    assertThat(report.embedded()).isEqualTo(sections);
    assertThat(quick.asked() - asked).as("a new wording a section").isEqualTo(sections);
    assertThat(heard).startsWith(sections, 1).endsWith(sections).hasSize(sections + 1);
    try (PassageIndex fresh = new LuceneIndex(folder.resolve("fresh"))) {
      StarterKnowledge.ingest(quick, fresh, StarterKnowledge.catalog(folder))
          .run(documents, IngestListener.NONE);
      assertThat(byWords(index)).isEqualTo(byWords(fresh)).isNotEmpty();
      // Graphs differ with the order in which they were built, and so does what they miss.
      assertThat(shared(byMeaning(index, quick), byMeaning(fresh, quick))).isGreaterThan(0.98);
    }
  }

  @Test
  void anIngestThatWasStoppedEmbedsOnlyWhatWasLeft() {
    QuickEmbedder quick = new QuickEmbedder();
    VectorStore vectors = new FileVectorStore(folder.resolve("vectors.bin"));
    List<Document> documents = StarterCollection.documents();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                StarterKnowledge.ingest(quick, vectors, index, catalog)
                    .run(
                        documents,
                        onEmbedded(
                            done -> {
                              if (done == 500) {
                                Thread.currentThread().interrupt();
                              }
                            })));
    Thread.interrupted();

    IngestReport report =
        StarterKnowledge.ingest(quick, vectors, index, catalog).run(documents, IngestListener.NONE);

    assertThat(report.embedded()).isPositive().isLessThanOrEqualTo(report.passages() - 500);
  }

  @Test
  void aDeletedIndexIsThereAgainWithoutEmbeddingAnything() throws IOException {
    QuickEmbedder quick = new QuickEmbedder();
    VectorStore vectors = new FileVectorStore(folder.resolve("vectors.bin"));
    List<Document> documents = StarterCollection.documents();
    StarterKnowledge.ingest(quick, vectors, index, catalog).run(documents, IngestListener.NONE);
    List<List<Hit>> before = answers(index, quick);
    int asked = quick.asked();
    index.close();
    try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    open();

    IngestReport report =
        StarterKnowledge.ingest(quick, vectors, index, catalog).run(documents, IngestListener.NONE);

    assertThat(report.built()).isTrue();
    assertThat(report.embedded()).isZero();
    assertThat(report.kept()).isEqualTo(report.documents());
    assertThat(quick.asked()).isEqualTo(asked);
    assertThat(answers(index, quick)).isEqualTo(before);
  }

  @Test
  void anIndexOfAnotherModelAnswersByWordsUntilItsSuccessorIsLive() {
    QuickEmbedder old = new QuickEmbedder("old/1");
    QuickEmbedder next = new QuickEmbedder("next/1");
    StarterKnowledge.ingest(old, index, catalog).run(List.of(MILU, MOON), IngestListener.NONE);
    KnowledgeBase knowledge = new KnowledgeBase(index, next, catalog);
    List<List<String>> answers = new ArrayList<>();

    StarterKnowledge.ingest(next, index, catalog)
        .run(
            List.of(MILU, MOON),
            onEmbedded(
                done ->
                    answers.add(
                        knowledge.search(SearchRequest.of("月球上有空气吗", 1)).ranked().stream()
                            .map(finding -> finding.passage().id())
                            .toList())));

    assertThat(answers).hasSize(2).containsOnly(List.of("moon#0"));
    assertThat(next.asked()).as("for passages, not for questions").isEqualTo(4);
    try (Generation live = index.live().orElseThrow()) {
      assertThat(live.embedder()).isEqualTo("next/1");
    }
  }

  @Test
  void aProcessKilledInTheMiddleLeavesTheLiveGenerationAndTheNextIngestIsWhole() throws Exception {
    ingest(MOON);
    index.close();

    killAfter(100);

    open();
    assertThat(found("月球")).containsExactly("moon#0");
    assertThat(catalog.allCurrent()).containsExactly(MOON);
    IngestReport report =
        StarterKnowledge.ingest(embedder, index, catalog)
            .run(StarterCollection.documents(), IngestListener.NONE);
    assertThat(report.passages()).isEqualTo(starter.report().passages());
    KnowledgeBase recovered = new KnowledgeBase(index, embedder, catalog);
    for (String question : List.of("麋鹿吃什么？", "恐龙是怎么灭绝的？", "月食是怎么形成的", "stars")) {
      SearchRequest request = SearchRequest.of(question, 20);
      assertThat(recovered.search(request)).isEqualTo(starter.knowledge().search(request));
    }
    assertThat(recovered.documents()).isEqualTo(starter.knowledge().documents());
  }

  /** Starts an ingest of the starter collection in a process of its own and kills that. */
  private void killAfter(int passages) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StarterIngestProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.lines().anyMatch(String.valueOf(passages)::equals)).isTrue();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void interruptedAfterTheLastPassage(Document document) {
    StarterKnowledge.ingest(embedder, index, catalog)
        .run(List.of(document), onEmbedded(done -> Thread.currentThread().interrupt()));
  }

  private IngestReport ingest(Document... documents) {
    return StarterKnowledge.ingest(embedder, index, catalog)
        .run(List.of(documents), IngestListener.NONE);
  }

  private static IngestReport nothingDone(int documents, int passages) {
    return new IngestReport(
        Result.UP_TO_DATE, List.of(), List.of(), List.of(), documents, List.of(), passages, 0);
  }

  private List<String> found(String words) {
    try (Generation live = index.live().orElseThrow()) {
      return live.matching(words, 10).stream().map(Hit::passageId).toList();
    }
  }

  /** Lists of both kinds for the title of every article. */
  private static List<List<Hit>> answers(PassageIndex index, Embedder embedder) {
    return Stream.concat(byWords(index).stream(), byMeaning(index, embedder).stream()).toList();
  }

  private static List<List<Hit>> byWords(PassageIndex index) {
    try (Generation live = index.live().orElseThrow()) {
      return StarterCollection.documents().stream()
          .map(document -> live.matching(document.title(), 20))
          .toList();
    }
  }

  private static List<List<Hit>> byMeaning(PassageIndex index, Embedder embedder) {
    try (Generation live = index.live().orElseThrow()) {
      return StarterCollection.documents().stream()
          .map(document -> live.nearest(embedder.embed(document.title()), 20))
          .toList();
    }
  }

  /** The share of hits that both have, 0 to 1. */
  private static double shared(List<List<Hit>> some, List<List<Hit>> others) {
    int all = 0;
    int shared = 0;
    for (int i = 0; i < some.size(); i++) {
      all += some.get(i).size();
      shared += (int) some.get(i).stream().filter(others.get(i)::contains).count();
    }
    return (double) shared / all;
  }

  private String fingerprint() {
    try (Generation live = index.live().orElseThrow()) {
      return live.fingerprint();
    }
  }

  private static Document document(String id, String text) {
    return new DocumentText(id).block(text).toDocument(id, Metadata.NONE);
  }

  private static Document variant(String id, String of, String text) {
    return new DocumentText(of)
        .block(text)
        .toDocument(
            id,
            new Metadata(
                List.of(),
                List.of(),
                List.of(),
                Audience.CHILD,
                new Role.Variant(of),
                List.of(),
                "",
                null,
                null,
                null,
                null));
  }

  /** The real embedder, with something done before. */
  private Embedder embedding(Consumer<String> before) {
    return new Embedder() {
      @Override
      public float[] embed(String text) {
        before.accept(text);
        return embedder.embed(text);
      }

      @Override
      public int dimensions() {
        return embedder.dimensions();
      }

      @Override
      public String id() {
        return embedder.id();
      }

      @Override
      public void close() {}
    };
  }

  private Embedder stuck() {
    CountDownLatch never = new CountDownLatch(1);
    return embedding(
        text -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static IngestListener onStart(Runnable action) {
    return listener(passages -> action.run(), done -> {});
  }

  private static IngestListener onEmbedded(IntConsumer action) {
    return listener(passages -> {}, action);
  }

  private static IngestListener listener(IntConsumer started, IntConsumer embedded) {
    return new IngestListener() {
      @Override
      public void started(int passages) {
        started.accept(passages);
      }

      @Override
      public void embedded(int done) {
        embedded.accept(done);
      }

      @Override
      public void finished() {}
    };
  }
}
